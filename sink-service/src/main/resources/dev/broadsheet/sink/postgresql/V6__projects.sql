-- Projects, each put together from all articles that name it.

create table projects (
    project_id        text primary key,
    received_at       timestamptz not null,
    issue_id          text collate "C" not null,
    generation        bigint not null,
    issue_date        date,
    name              text not null,
    place_code        text,
    place_path        text,
    owner             text,
    owner_id          text,
    stage             text not null,
    milestones        jsonb not null,
    total_value       numeric,
    total_currency    text,
    total             jsonb,
    done_value        numeric,
    done_currency     text,
    done              jsonb,
    due_value         numeric,
    due_currency      text,
    due               jsonb,
    sources           jsonb not null
);
comment on table projects is 'One row per project that a current article names. Analysts read project_overview and project_source_overview.';
comment on column projects.project_id is 'Hash of canonical name and county; where the place is a county, the canonical_id of its mentions.';
comment on column projects.received_at is 'Version of the newest article: received_at, issue_id, generation.';
comment on column projects.milestones is 'Stages: [{stage, status, when, day, evidence: {article_id, block, start, end, lines, quote}}].';
comment on column projects.total is 'Investment with evidence: {kind, metric_id, value, currency, min, max, qualifier, status, period, evidence}.';
comment on column projects.sources is 'What each article says, newest first: [{article_id, title, stage, mention, owner, milestones, investments …}].';
create index projects_place on projects (place_code text_pattern_ops);
create index projects_name on projects (name);
create index projects_sources on projects using gin (sources jsonb_path_ops);

create function milestone_day(milestones jsonb, of_stage text, of_status text) returns date
    language sql immutable parallel safe as
$$
    select (m ->> 'day')::date from jsonb_array_elements(milestones) as m
    where m ->> 'stage' = of_stage and m ->> 'status' = of_status
$$;
comment on function milestone_day(jsonb, text, text) is 'The day of a stage with this status, where the text carries year, month and day.';

create function milestone_when(milestones jsonb, of_stage text, of_status text) returns text
    language sql immutable parallel safe as
$$
    select m ->> 'when' from jsonb_array_elements(milestones) as m
    where m ->> 'stage' = of_stage and m ->> 'status' = of_status
$$;
comment on function milestone_when(jsonb, text, text) is 'When a stage with this status is said to be, as written.';

create view project_overview as
select p.project_id,
       p.name,
       p.place_code,
       p.place_path,
       p.stage,
       p.owner,
       p.total_value,
       p.total_currency,
       p.done_value,
       p.due_value,
       milestone_when(p.milestones, 'STARTED', 'ACTUAL') as started,
       milestone_day(p.milestones, 'STARTED', 'ACTUAL') as started_on,
       milestone_when(p.milestones, 'STARTED', 'TARGET') as start_planned,
       milestone_when(p.milestones, 'COMPLETED', 'ACTUAL') as completed,
       milestone_day(p.milestones, 'COMPLETED', 'ACTUAL') as completed_on,
       milestone_when(p.milestones, 'COMPLETED', 'TARGET') as completion_planned,
       milestone_when(p.milestones, 'OPERATING', 'TARGET') as operation_planned,
       p.issue_date,
       jsonb_array_length(p.sources) as articles
from projects p;
comment on view project_overview is 'Named projects, one row each; every column from the newest article that tells it.';
comment on column project_overview.project_id is 'The same in every article: a hash of name and county.';
comment on column project_overview.name is 'Its name in full.';
comment on column project_overview.place_code is 'GB/T 2260 code of the division it stands in.';
comment on column project_overview.place_path is 'Path of that division.';
comment on column project_overview.stage is 'PLANNED, SIGNED, APPROVED, STARTED, UNDER_CONSTRUCTION, COMPLETED, OPERATING; UNKNOWN where no article says.';
comment on column project_overview.owner is 'Who invests in, builds or runs it.';
comment on column project_overview.total_value is 'What it costs as a whole, in total_currency.';
comment on column project_overview.total_currency is 'ISO 4217 code.';
comment on column project_overview.done_value is 'What was spent so far, or in the period that projects.done tells.';
comment on column project_overview.due_value is 'What is to be spent in a part of its time; projects.due tells which.';
comment on column project_overview.started is 'When it was started, as written.';
comment on column project_overview.started_on is 'The same as a day, where year, month and day are written.';
comment on column project_overview.start_planned is 'When it is to start, as written.';
comment on column project_overview.completed is 'When it was completed, as written.';
comment on column project_overview.completed_on is 'The same as a day, where year, month and day are written.';
comment on column project_overview.completion_planned is 'When it is to be complete, as written.';
comment on column project_overview.operation_planned is 'When it is to be in use, as written.';
comment on column project_overview.issue_date is 'Printed date of the newest article; null where unknown.';
comment on column project_overview.articles is 'How many articles name it.';

create view project_source_overview as
select p.project_id,
       p.name,
       s ->> 'article_id' as article_id,
       s ->> 'publication' as publication,
       (s ->> 'issue_date')::date as issue_date,
       s ->> 'title' as title,
       s ->> 'stage' as stage,
       s -> 'mention' ->> 'quote' as quote,
       array(select line::integer from jsonb_array_elements_text(s -> 'mention' -> 'lines') as line) as lines,
       s ->> 'page_id' as page_id,
       s -> 'milestones' as milestones,
       s -> 'investments' as investments
from projects p, jsonb_array_elements(p.sources) as s;
comment on view project_source_overview is 'What each article says of each project, newest first within a project.';
comment on column project_source_overview.project_id is 'Its row in project_overview.';
comment on column project_source_overview.name is 'The project.';
comment on column project_source_overview.article_id is 'Its row in article_overview.';
comment on column project_source_overview.publication is 'Newspaper; null where unknown.';
comment on column project_source_overview.issue_date is 'Printed date; null where unknown.';
comment on column project_source_overview.title is 'Headline of the article.';
comment on column project_source_overview.stage is 'The furthest stage this article says it has reached.';
comment on column project_source_overview.quote is 'Its first mention as printed.';
comment on column project_source_overview.lines is 'Printed lines of that; printed_lines(page_id, lines) shows them.';
comment on column project_source_overview.page_id is 'Its page in table pages.';
comment on column project_source_overview.milestones is 'Stages this article tells, with their evidence.';
comment on column project_source_overview.investments is 'Money this article tells, with its evidence.';
