-- What people tell about themselves, and by which ways they want to be reached.
alter table app_user
  add column job_title text,
  add column phone text,
  add column email_opt_in boolean not null default true,
  add column sms_opt_in boolean not null default false,
  add column push_opt_in boolean not null default false,
  add column memorable_word text;

alter table team add column description text, add column changed_seq bigint not null default 0;
create unique index team_name_taken on team (workspace_id, lower(name)) where archived_at is null;

-- Who is in a central team. The teams of runbooks that are linked to it have rows of their own, so that a runbook is read
-- without its workspace; whoever changes these rows changes those.
create table team_user (
  team_id bigint not null references team,
  user_id bigint not null references app_user,
  primary key (team_id, user_id)
);
create index team_user_user on team_user (user_id);

-- Names of teams differ within a runbook by more than their case: files name them.
drop index runbook_team_name_taken;
create unique index runbook_team_name_taken on runbook_team (runbook_id, lower(name)) where removed_at is null;

-- The same as before, but people are locked in ascending order first: a central team changes many runbooks in one transaction,
-- and two of them must not wait for each other.
create or replace function commit_people(p_runbook bigint, p_change jsonb) returns void language plpgsql as $$
declare
  gone bigint[] := array(select jsonb_array_elements_text(p_change -> 'users_removed')::bigint);
  regrouped bigint[] := array(select jsonb_array_elements_text(p_change -> 'team_users_of')::bigint);
  disbanded bigint[] := array(select jsonb_array_elements_text(p_change -> 'teams_deleted')::bigint);
  moved bigint[] := array(
    select unnest(gone)
    union select (u ->> 'user_id')::bigint from jsonb_array_elements(p_change -> 'users') u
    union select (u ->> 'user_id')::bigint from jsonb_array_elements(p_change -> 'team_users') u
    union select user_id from runbook_team_user where runbook_team_id = any (regrouped || disbanded));
begin
  perform from app_user where id = any (moved) order by id for no key update;
  update app_user set permission_revision = permission_revision + 1 where id = any (moved);
  delete from runbook_user where runbook_id = p_runbook and user_id = any (gone);
  insert into runbook_user select * from jsonb_populate_recordset(null::runbook_user, coalesce(p_change -> 'users', '[]'))
  on conflict (id) do update set role = excluded.role, stream_ids = excluded.stream_ids, changed_seq = excluded.changed_seq;
  delete from runbook_team_user where runbook_team_id = any (regrouped || disbanded);
  update runbook_team set removed_at = now() where runbook_id = p_runbook and id = any (disbanded);
  insert into runbook_team select * from jsonb_populate_recordset(null::runbook_team, coalesce(p_change -> 'teams', '[]'))
  on conflict (id) do update set team_id = excluded.team_id, name = excluded.name, changed_seq = excluded.changed_seq;
  insert into runbook_team_user select * from jsonb_populate_recordset(null::runbook_team_user, coalesce(p_change -> 'team_users', '[]'));
end $$;

-- What somebody says with an invitation.
alter table mail add column message text;
