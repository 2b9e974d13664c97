-- How many articles name a thing in each month: counted as mentions come and go, so that a thing that half of all articles name is
-- told as fast as any other. Triggers keep it, in the writer's transaction: it is right whatever version of the sink writes.

lock table articles, entities in share row exclusive mode;

create table thing_months (
    name     text not null,
    type     text not null,
    month    date not null,
    shard    integer not null,
    articles bigint not null,
    mentions bigint not null,
    primary key (name, type, month, shard)
) with (fillfactor = 80);
comment on table thing_months is 'In how many articles each thing is named, by month of their issue date. Add up the shards; one alone means nothing.';
comment on column thing_months.name is 'Its name in full, as in entity_overview.';
comment on column thing_months.type is 'PERSON, PLACE, ORGANIZATION …';
comment on column thing_months.month is 'First day of the month; -infinity where the date is unknown.';
comment on column thing_months.shard is 'A bucket of pages whose lock the writer held, so that no two writers meet at a row; -1 where it told none.';
comment on column thing_months.articles is 'Articles that came, less those that went. The sum may be 0: it is named no more.';
comment on column thing_months.mentions is 'Mentions that came, less those that went.';

create function thing_month(issue_date date) returns date
    language sql immutable parallel safe as
$$
    select coalesce(date_trunc('month', issue_date::timestamp)::date, '-infinity')
$$;
comment on function thing_month(date) is 'The month that thing_months counts an article in.';

create function thing_shard() returns integer
    language sql stable as
$$
    select coalesce(nullif(current_setting('broadsheet.shard', true), '')::integer, -1)
$$;
comment on function thing_shard() is 'Where this transaction counts.';

create function count_mentions() returns trigger
    language plpgsql as
$$
declare
    sign constant integer := case tg_op when 'INSERT' then 1 else -1 end;
begin
    -- The month is looked up once an article, not once a mention.
    with months as materialized (
        select a.article_id, thing_month(a.issue_date) as month
        from (select distinct article_id from changed) c join articles a using (article_id))
    insert into thing_months as t
    select e.name, e.type, m.month, thing_shard(), sign * count(*), sign * sum(e.mentions)
    from (select article_id, coalesce(canonical_name, text) as name, type, count(*) as mentions
          from changed group by 1, 2, 3) e
    join months m using (article_id)
    group by 1, 2, 3
    order by 1, 2, 3
    on conflict (name, type, month, shard)
        do update set articles = t.articles + excluded.articles, mentions = t.mentions + excluded.mentions;
    return null;
end
$$;
comment on function count_mentions() is 'Counts the mentions that a statement adds or takes away: of each article all, as the sink does, or the articles are not counted right.';
create trigger mentions_come after insert on entities referencing new table as changed
    for each statement execute function count_mentions();
create trigger mentions_go after delete on entities referencing old table as changed
    for each statement execute function count_mentions();

create function move_mentions() returns trigger
    language plpgsql as
$$
begin
    insert into thing_months as t
    select e.name, e.type, m.month, thing_shard(), sum(m.sign), sum(m.sign * e.mentions)
    from before b
    join after a using (article_id)
    cross join lateral (select coalesce(canonical_name, text) as name, type, count(*) as mentions
                        from entities where article_id = a.article_id group by 1, 2) e
    cross join lateral (values (thing_month(b.issue_date), -1), (thing_month(a.issue_date), 1)) m (month, sign)
    where thing_month(b.issue_date) <> thing_month(a.issue_date)
    group by 1, 2, 3
    order by 1, 2, 3
    on conflict (name, type, month, shard)
        do update set articles = t.articles + excluded.articles, mentions = t.mentions + excluded.mentions;
    return null;
end
$$;
comment on function move_mentions() is 'Takes the mentions of articles whose date was corrected into the other month.';
create trigger articles_move after update on articles referencing old table as before new table as after
    for each statement execute function move_mentions();

-- Before the article itself goes: its date is needed.
create function forget_mentions() returns trigger
    language plpgsql as
$$
begin
    delete from entities where article_id = old.article_id;
    return old;
end
$$;
comment on function forget_mentions() is 'Deletes the mentions of an article that is deleted.';
create trigger articles_go before delete on articles
    for each row execute function forget_mentions();

insert into thing_months
select e.name, e.type, thing_month(a.issue_date), -1, count(*), sum(e.mentions)
from (select article_id, coalesce(canonical_name, text) as name, type, count(*) as mentions
      from entities group by 1, 2, 3) e
join articles a using (article_id)
group by 1, 2, 3;

-- The different forms of a thing are found by stepping through this index, however often each occurs.
drop index entities_name;
create index entities_forms on entities ((coalesce(canonical_name, text)), type, text, (coalesce(canonical_id, '')),
    (coalesce(code, place_code, '')), (coalesce(path, place_path, '')));
