-- Records that have no version, only a last one per key: which of them were refused last, so that a replay overrides nothing that came later.

create table refused_records (
    source    text not null,
    key       text not null,
    partition integer not null,
    "offset"  bigint not null,
    primary key (source, key)
);
comment on table refused_records is 'Records of projects and metrics.latest that became dead letters and of whose key nothing was stored since. A replayed dead letter is stored only while it stands here.';
comment on column refused_records.source is 'Topic without the prefix.';
comment on column refused_records.key is 'Key of the record.';
comment on column refused_records.partition is 'Partition of the topic.';
comment on column refused_records."offset" is 'Offset of the record.';
