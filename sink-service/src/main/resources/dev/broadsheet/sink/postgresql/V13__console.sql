-- What the console asks for: newest first, by paper, region, kind, name and indicator, without reading whole tables.

create index articles_newest on articles (issue_date desc nulls last, article_id) where state = 'CURRENT';
create index articles_publication on articles (publication, issue_date) where state = 'CURRENT';
create index articles_kind on articles (kind) where state = 'CURRENT';
create index articles_region_code on articles (region_code text_pattern_ops, region_name, region_path) where state = 'CURRENT';
create index articles_region_name on articles (region_name) where state = 'CURRENT';
create index entities_name on entities ((coalesce(canonical_name, text)), type);
create index metrics_name on metrics ((coalesce(canonical_indicator, indicator)), normalized_unit);
create index metrics_subject on metrics (subject) where subject is not null;
