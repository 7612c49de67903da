-- The forecast end of a run under way at its last event, and the instant from which it moves with the clock: lists tell
-- with them whether a run is late, without a schedule being computed.
alter table runbook
  add column end_forecast timestamptz,
  add column end_moves_from timestamptz;

-- The function that commits an action names each column that it writes: two more of them, all else as it is.
do $$
declare
  body text := pg_get_functiondef('commit_runbook'::regproc);
  told text := replace(body, 'wake_at = r.wake_at,',
    'wake_at = r.wake_at, end_forecast = r.end_forecast, end_moves_from = r.end_moves_from,');
begin
  if told = body then
    raise exception 'commit_runbook does not write wake_at any more';
  end if;
  execute told;
end $$;
