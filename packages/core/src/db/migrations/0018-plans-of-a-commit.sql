-- The statements of a commit find rows by their keys, whatever the values: one plan serves them all. PostgreSQL took the
-- general plan of the check of the caller to be dearer than it is, and planned it anew for each action: 0.3 ms of 0.7
-- (measured).
alter function commit_runbook set plan_cache_mode = force_generic_plan;
