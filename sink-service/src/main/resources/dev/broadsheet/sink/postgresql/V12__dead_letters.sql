-- What stages gave up, as the topic of dead letters tells it; the records themselves stay there.

create table dead_letters (
    dead_letter_id  text primary key,
    state           text not null,
    stage           text not null,
    topic           text not null,
    topic_partition integer not null,
    topic_offset    bigint not null,
    record_at       timestamptz,
    key             text,
    value_size      integer,
    headers         jsonb not null,
    cause_class     text not null,
    cause           text not null,
    stack           text not null,
    attempts        integer not null,
    partly_written  boolean not null,
    issue_id        text,
    page_id         text,
    feed            text,
    extractor       text,
    software        text not null,
    instance        text not null,
    failed_at       timestamptz not null,
    decided_at      timestamptz,
    decided_by      text
);
comment on table dead_letters is 'One row per dead letter: what the last record of its key says. Follows its topic record by record.';
comment on column dead_letters.dead_letter_id is 'Topic, partition, offset and stage, joined by "-".';
comment on column dead_letters.state is 'DEAD, REPLAYED or DISCARDED; UNREADABLE for a record of the topic of dead letters that cannot be read, which is told here only.';
comment on column dead_letters.stage is 'Stage that gave up.';
comment on column dead_letters.topic is 'Full name of the topic the record came from.';
comment on column dead_letters.topic_partition is 'Its partition there.';
comment on column dead_letters.topic_offset is 'Its offset there.';
comment on column dead_letters.record_at is 'Timestamp of the original record; null where unknown.';
comment on column dead_letters.key is 'Key of the original record as text, its first 1,000 characters; null where it has none.';
comment on column dead_letters.value_size is 'Bytes of the original value, which is kept on the topic only; null where it has none.';
comment on column dead_letters.headers is 'Headers of the original record: [{name, value}], the first 50, values as text of at most 1,000 characters.';
comment on column dead_letters.cause_class is 'Class of the root cause.';
comment on column dead_letters.cause is 'The chain of messages, outermost first.';
comment on column dead_letters.stack is 'The first 8,192 characters of the stack.';
comment on column dead_letters.attempts is 'How many times the stage tried, replays included.';
comment on column dead_letters.partly_written is 'Whether some of its results may have been written.';
comment on column dead_letters.issue_id is 'SHA-256 of the file; null where unknown.';
comment on column dead_letters.page_id is 'Page; null where unknown.';
comment on column dead_letters.feed is 'Feed, where the record''s headers tell it.';
comment on column dead_letters.extractor is 'Version of the splitter or extractor; null where the stage has none.';
comment on column dead_letters.software is 'Version of the service.';
comment on column dead_letters.instance is 'Instance that gave up.';
comment on column dead_letters.failed_at is 'When it gave up last.';
comment on column dead_letters.decided_at is 'When it was replayed or discarded; null while it is DEAD.';
comment on column dead_letters.decided_by is 'By whom; null while it is DEAD.';
create index dead_letters_newest on dead_letters (failed_at desc, dead_letter_id desc);
create index dead_letters_state on dead_letters (state, failed_at desc, dead_letter_id desc);
create index dead_letters_cause on dead_letters (stage, cause_class, state);
create index dead_letters_issue on dead_letters (issue_id);

create table dead_letter_history (
    dead_letter_id text not null,
    at             timestamptz not null,
    state          text not null,
    attempts       integer not null,
    cause_class    text not null,
    cause          text not null,
    instance       text not null,
    decided_by     text,
    primary key (dead_letter_id, at, state)
);
comment on table dead_letter_history is 'One row per failure of a dead letter and per decision about it.';
comment on column dead_letter_history.dead_letter_id is 'The letter.';
comment on column dead_letter_history.at is 'When it failed, or was decided about.';
comment on column dead_letter_history.state is 'What it was from then on.';
comment on column dead_letter_history.attempts is 'How many times the stage had tried by then.';
comment on column dead_letter_history.cause_class is 'Class of the root cause of the failure before.';
comment on column dead_letter_history.cause is 'Its messages.';
comment on column dead_letter_history.instance is 'Instance that had given up.';
comment on column dead_letter_history.decided_by is 'Who decided; null for a failure.';

-- The latest steps of deliveries are looked through by time, and by feed and state.
create index receipts_newest on receipts (at desc, delivery_id desc) include (state);
create index receipts_feed on receipts (feed, state, at desc);
