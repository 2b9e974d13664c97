-- The feeds as the intakes tell them, and what operators decided about them last.

create table feeds (
    feed          text primary key,
    publication   text,
    zone          text,
    windows       text[],
    announced_by  text,
    announced_at  timestamptz,
    paused        boolean not null default false,
    paused_by     text,
    paused_reason text,
    paused_at     timestamptz
);
comment on table feeds is 'One row per feed that an intake has told of, or an operator has paused.';
comment on column feeds.feed is 'Name of the feed.';
comment on column feeds.publication is 'Newspaper, where the whole feed is one paper''s.';
comment on column feeds.zone is 'Time zone of its windows; null where no intake has told of it.';
comment on column feeds.windows is 'When its folder is watched, for example 05:00-09:30; none: always; null where no intake has told of it.';
comment on column feeds.announced_by is 'Instance that told of it last.';
comment on column feeds.announced_at is 'When.';
comment on column feeds.paused is 'Whether its files wait in its folder.';
comment on column feeds.paused_by is 'Who paused or resumed it last; null where nobody did.';
comment on column feeds.paused_reason is 'Why.';
comment on column feeds.paused_at is 'When.';
