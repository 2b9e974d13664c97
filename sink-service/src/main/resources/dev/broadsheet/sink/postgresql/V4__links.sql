-- What the names mean: place, canonical name and identity. Null in rows of extractors that did not link.

alter table articles add column region_path text;
comment on column articles.region_path is 'Official names from the province down to the region, joined by /.';

alter table entities
    add column path           text,
    add column place_code     text,
    add column place_path     text,
    add column canonical_name text,
    add column canonical_id   text,
    add column role           text;
comment on column entities.code is 'GB/T 2260 code of a place that is a division.';
comment on column entities.path is 'Official names from the province down to that division, joined by /.';
comment on column entities.place_code is 'Code of the division the thing belongs to; a division belongs to itself.';
comment on column entities.place_path is 'Path of that division; set for functional areas without code, too.';
comment on column entities.canonical_name is 'The name in full.';
comment on column entities.canonical_id is 'The same for the same thing in every article: a hash of type, canonical name and place.';
comment on column entities.role is 'What the article calls a person.';
create index entities_canonical on entities (canonical_id);
create index entities_place on entities (place_code text_pattern_ops);

create view entity_overview as
select a.article_id,
       a.publication,
       a.issue_date,
       a.page,
       a.title,
       e.type,
       coalesce(e.canonical_name, e.text) as name,
       e.canonical_id,
       min(e.role) as role,
       e.code,
       e.path,
       e.place_code,
       e.place_path,
       count(*) as mentions,
       array_agg(distinct e.text) as texts
from entities e
join articles a using (article_id)
where a.state = 'CURRENT'
group by a.article_id, e.type, coalesce(e.canonical_name, e.text), e.canonical_id, e.code, e.path, e.place_code, e.place_path;
comment on view entity_overview is 'What each current article names: one row per article and thing.';
comment on column entity_overview.article_id is 'Its row in article_overview.';
comment on column entity_overview.publication is 'Newspaper; null where unknown.';
comment on column entity_overview.issue_date is 'Printed date; null where unknown.';
comment on column entity_overview.page is 'Page label; null where unknown.';
comment on column entity_overview.title is 'Headline of the article.';
comment on column entity_overview.type is 'PERSON, PLACE, ORGANIZATION, PROJECT, PROGRAMME, PLATFORM, EVENT.';
comment on column entity_overview.name is 'The name in full.';
comment on column entity_overview.canonical_id is 'The same for the same thing in every article; null in old rows.';
comment on column entity_overview.role is 'What the article calls a person; of several the first by order of characters.';
comment on column entity_overview.code is 'GB/T 2260 code of a place that is a division.';
comment on column entity_overview.path is 'Official names from the province down to that division, joined by /.';
comment on column entity_overview.place_code is 'Code of the division it belongs to: like ''4101%'' finds what is in the divisions of a city; functional areas have no code, place_path has both.';
comment on column entity_overview.place_path is 'Path of that division.';
comment on column entity_overview.mentions is 'How often the article names it.';
comment on column entity_overview.texts is 'The names as printed.';
