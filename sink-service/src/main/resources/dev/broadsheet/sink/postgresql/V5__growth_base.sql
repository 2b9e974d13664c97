-- What a growth is measured against. Null in rows of extractors that did not tell, and where kind is not GROWTH.

alter table metrics add column growth_base text;
comment on column metrics.growth_base is 'YEAR_ON_YEAR, PREVIOUS_PERIOD, YEAR_START, ANNUAL_AVERAGE, OTHER; UNKNOWN where the text does not tell.';
create index metrics_period on metrics (period_to, period_from);

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
       m.growth_base
from metrics m
join articles a using (article_id)
where a.state = 'CURRENT';
comment on column metric_overview.growth_base is 'What a growth is measured against; UNKNOWN where the text does not tell, null for other kinds.';
comment on column metric_overview.period_from is 'First day of the period; null where unresolved, and for what goes up to a day (截至6月底).';
comment on column metric_overview.period_to is 'Last day of the period, inclusive; null where unresolved or open.';
