-- Who has which runbook open, and at which task. True only while it lasts: not worth a write to the log of the database, not in
-- backups, and nothing refers to it.
create unlogged sequence presence_move;

create unlogged table presence (
  runbook_id bigint not null,
  user_id bigint not null,
  -- Named by the client.
  connection uuid not null,
  -- The process that has the stream open; null while none has: the task is kept for a while for one that comes again.
  holder uuid,
  task_id bigint,
  since timestamptz not null default now(),
  -- Which of several connections of one person moved last.
  move bigint not null default nextval('presence_move'),
  seen_at timestamptz not null default now(),
  primary key (runbook_id, user_id, connection)
);
