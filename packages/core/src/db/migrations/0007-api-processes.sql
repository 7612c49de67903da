-- The api processes that are alive: each takes its share of the rate limits. Not worth a write to the log of the database.
create unlogged table api_process (
  id uuid primary key,
  seen_at timestamptz not null
);
