-- What figures are at odds with in their article. No flags in rows of extractors that did not check.

alter table metrics add column flags jsonb not null default '[]';
comment on column metrics.flags is 'What it is at odds with in its article: [{check, metric_ids}]. HEADLINE, PARTS, GROWTH.';
create index metrics_flagged on metrics (article_id) where flags <> '[]';

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
       m.canonical_indicator,
       (select coalesce(array_agg(f ->> 'check'), '{}') from jsonb_array_elements(m.flags) f) as checks_failed,
       (select coalesce(array_agg(distinct i), '{}')
            from jsonb_array_elements(m.flags) f, jsonb_array_elements_text(f -> 'metric_ids') i) as conflicts_with
from metrics m
join articles a using (article_id)
where a.state = 'CURRENT';
comment on column metric_overview.checks_failed is 'HEADLINE: headline and body differ. PARTS: the parts do not give the total. GROWTH: it does not follow from the two levels. Empty for most.';
comment on column metric_overview.conflicts_with is 'metric_id of the figures of the article that it is at odds with.';
