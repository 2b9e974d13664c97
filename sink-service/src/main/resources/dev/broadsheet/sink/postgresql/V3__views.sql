-- For analysts: only what currently stands.

create function printed_lines(of_page text, numbers integer[]) returns text
    language sql stable parallel safe as
$$
    select string_agg(line ->> 'text', E'\n' order by (line ->> 'number')::integer)
    from pages, jsonb_array_elements(lines) as line
    where page_id = of_page and (line ->> 'number')::integer = any (numbers)
$$;
comment on function printed_lines(text, integer[]) is 'The printed lines of a page with these numbers.';

create view article_overview as
select a.article_id,
       a.publication,
       a.issue_date,
       a.edition,
       a.page,
       a.ordinal + 1 as place,
       a.section,
       a.kind,
       a.kicker,
       a.title,
       a.subtitle,
       array(select by ->> 'name' from jsonb_array_elements(a.bylines) as by) as credits,
       a.region_name as region,
       a.region_code,
       a.keywords,
       array(select e.text from entities e where e.article_id = a.article_id and e.type = 'PERSON'
             group by e.text order by min(e.ordinal)) as persons,
       array(select e.text from entities e where e.article_id = a.article_id and e.type = 'PLACE'
             group by e.text order by min(e.ordinal)) as places,
       array(select e.text from entities e where e.article_id = a.article_id and e.type = 'ORGANIZATION'
             group by e.text order by min(e.ordinal)) as organizations,
       (select count(*) from metrics m where m.article_id = a.article_id) as figures,
       a.text,
       a.confidence,
       a.incomplete,
       a.feed,
       a.file_name,
       a.received_at,
       a.page_id,
       a.issue_id
from articles a
where a.state = 'CURRENT';
comment on view article_overview is 'Articles as they currently stand, one row each, with what was found in them.';
comment on column article_overview.article_id is 'Issue id and number of the first printed line.';
comment on column article_overview.publication is 'Newspaper; null where unknown.';
comment on column article_overview.issue_date is 'Printed date; null where unknown, never the day it was received.';
comment on column article_overview.edition is 'Edition; null where unknown.';
comment on column article_overview.page is 'Page label as printed, for example A02; null where unknown.';
comment on column article_overview.place is 'Place among the articles of the page, from 1.';
comment on column article_overview.section is 'Section head printed over it.';
comment on column article_overview.kind is 'NEWS, COMMENTARY, FEATURE, PHOTO.';
comment on column article_overview.kicker is 'Lead-in line above the title.';
comment on column article_overview.title is 'Main headline; null where the page prints none.';
comment on column article_overview.subtitle is 'Line under the title.';
comment on column article_overview.credits is 'Names of everyone the article credits.';
comment on column article_overview.region is 'County-level area it is about, where found.';
comment on column article_overview.region_code is 'GB/T 2260 code of the region, where unambiguous.';
comment on column article_overview.keywords is 'Words that tell it from others, best first.';
comment on column article_overview.persons is 'Persons named, each once, in order.';
comment on column article_overview.places is 'Places named, each once, in order.';
comment on column article_overview.organizations is 'Organizations named, each once, in order.';
comment on column article_overview.figures is 'How many rows metric_overview has for it.';
comment on column article_overview.text is 'Subheads, body and captions, one block a line.';
comment on column article_overview.confidence is 'How sure the splitter is of its bounds, 0 to 1.';
comment on column article_overview.incomplete is 'True where text is visibly missing.';
comment on column article_overview.feed is 'Feed it came from.';
comment on column article_overview.file_name is 'File as dropped.';
comment on column article_overview.received_at is 'When the file was taken in.';
comment on column article_overview.page_id is 'Its page in table pages.';
comment on column article_overview.issue_id is 'SHA-256 of the file.';

create view metric_overview as
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
       a.page_id
from metrics m
join articles a using (article_id)
where a.state = 'CURRENT';
comment on view metric_overview is 'Figures that current articles report, one row each, with their evidence.';
comment on column metric_overview.metric_id is 'Article, block and span of the quote.';
comment on column metric_overview.publication is 'Newspaper; null where unknown.';
comment on column metric_overview.issue_date is 'Printed date; null where unknown.';
comment on column metric_overview.page is 'Page label; null where unknown.';
comment on column metric_overview.region is 'County-level area the article is about.';
comment on column metric_overview.region_code is 'GB/T 2260 code of the region, where unambiguous.';
comment on column metric_overview.subject is 'Whom or what the figure is about.';
comment on column metric_overview.indicator is 'What is measured.';
comment on column metric_overview.raw_value is 'The number as printed.';
comment on column metric_overview.value is 'The number in the unit as printed; null for a range.';
comment on column metric_overview.unit is 'The unit as printed.';
comment on column metric_overview.normalized_value is 'The number in normalized_unit; null for a range. Add and compare these.';
comment on column metric_overview.normalized_unit is 'CNY, count, percent, m2 …';
comment on column metric_overview.min_value is 'Lower end of a range, in normalized_unit.';
comment on column metric_overview.max_value is 'Upper end of a range, in normalized_unit.';
comment on column metric_overview.qualifier is 'EXACT, APPROX, OVER, UNDER, RANGE.';
comment on column metric_overview.status is 'ACTUAL, or TARGET: planned, promised or forecast.';
comment on column metric_overview.kind is 'LEVEL: amount. GROWTH: change. SHARE: part of a whole.';
comment on column metric_overview.period is 'The time it is about, as printed.';
comment on column metric_overview.period_from is 'First day of the period, where resolved.';
comment on column metric_overview.period_to is 'Last day of the period, where resolved.';
comment on column metric_overview.quote is 'The printed words that report it.';
comment on column metric_overview.lines is 'Their printed lines; printed_lines(page_id, lines) shows them.';
comment on column metric_overview.title is 'Headline of the article.';
comment on column metric_overview.file_name is 'File as dropped.';
comment on column metric_overview.article_id is 'Its row in article_overview.';
comment on column metric_overview.page_id is 'Its page in table pages.';

create function article_search(query text) returns setof article_overview
    language sql stable parallel safe as
$$
    select o.*
    from article_overview o
    join articles a using (article_id)
    where a.search @@ article_query(query)
    order by ts_rank(a.search, article_query(query)) desc, o.issue_date desc nulls last, o.article_id
$$;
comment on function article_search(text) is 'Current articles in which every term occurs, best first; "quoted words" are a phrase.';
