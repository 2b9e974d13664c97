-- Which issues stood for a page before the one that stands, and from when to when. What stands is in pages alone.

create table page_versions (
    page_id      text not null,
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
    replaced_at  timestamptz not null,
    replaced_by  text collate "C" not null,
    primary key (page_id, received_at, issue_id, generation)
);
comment on table page_versions is 'One row per version of a page that was replaced, as table pages held it. Analysts read page_history.';
comment on column page_versions.stored_at is 'From when it stood here.';
comment on column page_versions.replaced_at is 'Until when it stood here.';
comment on column page_versions.replaced_by is 'Issue id of the version that replaced it; its own where only a later run replaced it.';
create index page_versions_issue on page_versions (issue_id);
create index page_versions_replaced_by on page_versions (replaced_by);

create view page_history as
select page_id, publication, issue_date, edition, page, stored_at as stood_from, null::timestamptz as stood_until,
       null::text as replaced_by, issue_id, generation, received_at, feed, file_name, delivery_id, articles, article_ids,
       lines, extractor, state
from pages
union all
select page_id, publication, issue_date, edition, page, stored_at, replaced_at,
       replaced_by, issue_id, generation, received_at, feed, file_name, delivery_id, articles, article_ids,
       lines, extractor, state
from page_versions;
comment on view page_history is 'Every version of every page that stood here, one row each; the one that stands has no stood_until.';
comment on column page_history.page_id is 'Publication/date/edition/page where known, else the issue id.';
comment on column page_history.publication is 'Newspaper; null where unknown.';
comment on column page_history.issue_date is 'Printed date; null where unknown.';
comment on column page_history.edition is 'Edition; null where unknown.';
comment on column page_history.page is 'Page label; null where unknown.';
comment on column page_history.stood_from is 'From when this version stood in this database.';
comment on column page_history.stood_until is 'Until when; null for the version that stands.';
comment on column page_history.replaced_by is 'Issue id of the version that replaced it; null for the one that stands.';
comment on column page_history.issue_id is 'SHA-256 of the file that brought this version.';
comment on column page_history.generation is '1 for live pages, higher for a reprocessing run.';
comment on column page_history.received_at is 'When the intake claimed the file.';
comment on column page_history.feed is 'Feed it came from.';
comment on column page_history.file_name is 'File as dropped.';
comment on column page_history.delivery_id is 'Delivery that brought it; receipts tell its story.';
comment on column page_history.articles is 'How many articles this version had.';
comment on column page_history.article_ids is 'Their ids in printed order.';
comment on column page_history.lines is 'Printed lines of this version: [{number, offset, text}], blank ones left out.';
comment on column page_history.extractor is 'Version of the splitter.';
comment on column page_history.state is 'CURRENT or RETRACTED, as that version said.';
