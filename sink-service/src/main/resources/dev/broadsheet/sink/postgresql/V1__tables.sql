-- What the topics say, in tables. Times are UTC; offsets within texts are UTF-16 units from 0; page lines count from 1.
-- Version of a page: (received_at, issue_id, generation); issue_id sorts by bytes, as everywhere in Broadsheet.

create table pages (
    page_id      text primary key,
    received_at  timestamptz not null,
    issue_id     text collate "C" not null,
    generation   bigint not null,
    state        text not null,
    feed         text not null,
    file_name    text not null,
    delivery_id  text not null,
    file_size    bigint not null,
    modified_at  timestamptz not null,
    publication  text,
    issue_date   date,
    edition      text,
    page         text,
    articles     integer not null,
    article_ids  text[] not null,
    lines        jsonb not null,
    furniture    jsonb not null,
    confidence   double precision not null,
    extractor    text not null,
    stored_at    timestamptz not null,
    complete_at  timestamptz
);
comment on table pages is 'One row per page: its newest version.';
comment on column pages.page_id is 'Publication/date/edition/page where known, else the issue id.';
comment on column pages.issue_id is 'SHA-256 of the file that brought this version.';
comment on column pages.received_at is 'When the intake claimed the file.';
comment on column pages.state is 'CURRENT or RETRACTED.';
comment on column pages.lines is 'Printed lines: [{number, offset, text}], blank ones left out.';
comment on column pages.complete_at is 'When this version and all its articles stood here; null while some are missing.';
create index pages_issue on pages (issue_id);
create index pages_date on pages (issue_date);

create table articles (
    article_id        text primary key,
    page_id           text not null,
    received_at       timestamptz not null,
    issue_id          text collate "C" not null,
    generation        bigint not null,
    state             text not null,
    retraction_reason text,
    superseded_by     text,
    feed              text not null,
    file_name         text not null,
    delivery_id       text not null,
    publication       text,
    issue_date        date,
    edition           text,
    page              text,
    ordinal           integer not null,
    page_articles     integer not null,
    kind              text not null,
    section           text,
    kicker            text,
    title             text,
    subtitle          text,
    bylines           jsonb not null,
    blocks            jsonb not null,
    text              text not null,
    region_name       text,
    region_code       text,
    keywords          text[] not null,
    confidence        double precision not null,
    incomplete        boolean not null,
    extractor         text not null,
    enricher          text not null,
    search            tsvector not null,
    search_complete   boolean not null,
    stored_at         timestamptz not null
);
comment on table articles is 'One row per article: its newest version. Analysts read article_overview.';
comment on column articles.state is 'CURRENT, or RETRACTED: no longer stands, kept for the reason.';
comment on column articles.blocks is 'Blocks: [{role, text, lines, runs: [{line, block_offset, page_offset, length}]}].';
comment on column articles.text is 'Subheads, body and captions, one block a line.';
comment on column articles.search is 'Characters and character pairs with positions; query it by article_search().';
comment on column articles.search_complete is 'False where the text was too long to be indexed whole.';
create index articles_page on articles (page_id);
create index articles_date on articles (issue_date);
create index articles_region on articles (region_code);
create index articles_search on articles using gin (search);

create table entities (
    article_id  text not null references articles on delete cascade,
    ordinal     integer not null,
    mention_id  text not null,
    type        text not null,
    text        text not null,
    block       integer not null,
    start_at    integer not null,
    end_at      integer not null,
    lines       integer[] not null,
    code        text,
    primary key (article_id, ordinal)
);
comment on table entities is 'Mentions of persons, places, organizations … in current articles.';
comment on column entities.block is 'Index into articles.blocks from 0; start_at and end_at are UTF-16 units in its text.';
create index entities_text on entities (text, type);

create table metrics (
    article_id       text not null references articles on delete cascade,
    ordinal          integer not null,
    metric_id        text not null,
    quote            text not null,
    block            integer not null,
    start_at         integer not null,
    end_at           integer not null,
    lines            integer[] not null,
    indicator        text not null,
    subject          text,
    raw_value        text not null,
    value            numeric,
    unit             text not null,
    normalized_value numeric,
    normalized_unit  text not null,
    min_value        numeric,
    max_value        numeric,
    qualifier        text not null,
    status           text not null,
    kind             text not null,
    period           text,
    period_from      date,
    period_to        date,
    extractor        text not null,
    primary key (article_id, ordinal)
);
comment on table metrics is 'Figures reported by current articles. Analysts read metric_overview.';
create index metrics_indicator on metrics (indicator, normalized_unit);

create table receipts (
    state             text not null,
    delivery_id       text not null,
    issue_id          text,
    page_id           text,
    feed              text not null,
    file_name         text not null,
    at                timestamptz not null,
    received_at       timestamptz not null,
    service           text not null,
    instance          text not null,
    articles          integer,
    store             text,
    reason            text,
    first_delivery_id text,
    other_issue_id    text,
    generation        bigint not null
);
comment on table receipts is 'What became of each delivery, step by step.';
create unique index receipts_step on receipts
    (delivery_id, state, service, coalesce(store, ''), coalesce(issue_id, ''), coalesce(page_id, ''), generation, at);
create index receipts_file on receipts (file_name);
create index receipts_issue on receipts (issue_id);

create table offsets (
    topic       text not null,
    partition   integer not null,
    next_offset bigint not null,
    primary key (topic, partition)
);
comment on table offsets is 'What to read next; moves in the same transaction as the rows.';

create table outbox (
    id    bigint generated always as identity primary key,
    topic text not null,
    key   text not null,
    value bytea not null
);
comment on table outbox is 'Messages on their way to Kafka; a row is deleted when the broker has it.';
