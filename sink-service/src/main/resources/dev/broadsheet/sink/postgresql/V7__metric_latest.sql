-- The newest figure of every series, as topic metrics.latest has it.

create table metric_latest (
    series_id        text primary key,
    region_name      text,
    region_code      text,
    region_path      text,
    subject          text,
    indicator        text not null,
    normalized_unit  text not null,
    kind             text not null,
    growth_base      text,
    period           text,
    period_from      date,
    period_to        date,
    status           text not null,
    raw_value        text not null,
    value            numeric,
    unit             text not null,
    normalized_value numeric,
    min_value        numeric,
    max_value        numeric,
    qualifier        text not null,
    metric_id        text not null,
    article_id       text not null,
    page_id          text not null,
    received_at      timestamptz not null,
    issue_id         text not null,
    generation       bigint not null,
    publication      text,
    issue_date       date,
    quote            text not null,
    block            integer not null,
    start_at         integer not null,
    end_at           integer not null,
    lines            integer[] not null,
    reports          bigint not null,
    extractor        text not null
);
comment on table metric_latest is 'The newest figure that current articles report of each region, subject, indicator, unit, kind, base of growth, period and status.';
comment on column metric_latest.series_id is 'The same for every report of the series.';
comment on column metric_latest.region_name is 'Region, as the newest article names it; null where unknown.';
comment on column metric_latest.region_code is 'GB/T 2260 code of the region, where unambiguous.';
comment on column metric_latest.region_path is 'Official names from the province down to the region, joined by /.';
comment on column metric_latest.subject is 'Whom or what the figure is about.';
comment on column metric_latest.indicator is 'What is measured.';
comment on column metric_latest.normalized_unit is 'CNY, count, percent, m2 …';
comment on column metric_latest.growth_base is 'What a growth is measured against; UNKNOWN where the text does not tell, null for other kinds.';
comment on column metric_latest.kind is 'LEVEL: amount. GROWTH: change. SHARE: part of a whole.';
comment on column metric_latest.period is 'The time it is about, as the newest article prints it.';
comment on column metric_latest.period_from is 'First day of the period, where resolved.';
comment on column metric_latest.period_to is 'Last day of the period, where resolved.';
comment on column metric_latest.status is 'ACTUAL, or TARGET: planned, promised or forecast.';
comment on column metric_latest.raw_value is 'The number as printed.';
comment on column metric_latest.value is 'The number in the unit as printed; null for a range.';
comment on column metric_latest.unit is 'The unit as printed.';
comment on column metric_latest.normalized_value is 'The number in normalized_unit; null for a range. Compare these.';
comment on column metric_latest.min_value is 'Lower end of a range, in normalized_unit.';
comment on column metric_latest.max_value is 'Upper end of a range, in normalized_unit.';
comment on column metric_latest.qualifier is 'EXACT, APPROX, OVER, UNDER, RANGE.';
comment on column metric_latest.metric_id is 'The report: its row in metric_overview.';
comment on column metric_latest.article_id is 'Its row in article_overview.';
comment on column metric_latest.page_id is 'Its page in table pages.';
comment on column metric_latest.received_at is 'When the file was taken in.';
comment on column metric_latest.issue_id is 'SHA-256 of the file.';
comment on column metric_latest.generation is 'The live run (1) or the reprocessing run that read it.';
comment on column metric_latest.publication is 'Newspaper; null where unknown.';
comment on column metric_latest.issue_date is 'Printed date; null where unknown, and then older than any.';
comment on column metric_latest.quote is 'The printed words that report it.';
comment on column metric_latest.block is 'Index into articles.blocks from 0.';
comment on column metric_latest.start_at is 'Where the quote starts in the block''s text, in UTF-16 units.';
comment on column metric_latest.end_at is 'Where it ends, exclusive.';
comment on column metric_latest.lines is 'Printed lines of the quote; printed_lines(page_id, lines) shows them.';
comment on column metric_latest.reports is 'How many reports of current articles the series has.';
comment on column metric_latest.extractor is 'Version of the extractor that read the report.';
create index metric_latest_indicator on metric_latest (indicator, normalized_unit);
create index metric_latest_region on metric_latest (region_code text_pattern_ops);
