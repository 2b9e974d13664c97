-- What figures measure under one name. Null in rows of extractors that did not tell, and where the table of indicators does not know it.

alter table metrics add column canonical_indicator text;
comment on column metrics.canonical_indicator is 'What is measured under one name for all its forms (GDP: 地区生产总值); null where unknown.';
create index metrics_canonical_indicator on metrics (canonical_indicator, normalized_unit) where canonical_indicator is not null;

alter table metric_latest add column canonical_indicator text;
comment on column metric_latest.canonical_indicator is 'What is measured under one name for all its forms (GDP: 地区生产总值); null where unknown. Reports of one series may differ in indicator.';
create index metric_latest_canonical_indicator on metric_latest (canonical_indicator, normalized_unit) where canonical_indicator is not null;

create or replace view metric_overview as
select m.metric_id,
       a.publication,
       a.issue_date,
       a.page,
       a.region_name as region,
       a.region_code,
       m.subject,
       m.indicator,
       m.raw_value,
       m.value,
       m.unit,
       m.normalized_value,
       m.normalized_unit,
       m.min_value,
       m.max_value,
       m.qualifier,
       m.status,
       m.kind,
       m.period,
       m.period_from,
       m.period_to,
       m.quote,
       m.lines,
       a.title,
       a.file_name,
       m.article_id,
       a.page_id,
       m.growth_base,
       m.canonical_indicator
from metrics m
join articles a using (article_id)
where a.state = 'CURRENT';
comment on column metric_overview.canonical_indicator is 'What is measured under one name for all its forms (GDP: 地区生产总值); null where unknown. Compare across articles by this.';
