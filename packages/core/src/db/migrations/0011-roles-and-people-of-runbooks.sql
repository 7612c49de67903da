insert into role_type (key, name, description, context) values
  ('sso_admin', 'SSO Admin', 'Manages the role mappings and certificates of single sign-on.', 'global'),
  ('custom_field_data_manager', 'Custom Field Data Manager', 'Manages the data sources of custom fields.', 'custom_fields'),
  ('runbook_team_member', 'Runbook Team Member', 'Reads a runbook, comments, and starts and finishes the tasks assigned to them.', 'runbook');
update role_type set description = 'Edits the tasks of one stream, and of those below it.' where key = 'stream_editor';
update role_type set description = 'Reads the runbooks of one folder and of those below it.' where key = 'folder_stakeholder';
update role_type set description = 'Creates runbooks in one folder and in those below it.' where key = 'folder_runbook_creator';
update role_type set description = 'Edits a folder and those below it, and grants roles on them; reads all that lies in them.' where key = 'folder_manager';
update role_type set description = 'Manages the central teams of a workspace, or one of them.' where key = 'centralised_team_manager';

alter table role add column changed_seq bigint not null default 0;
alter table role add constraint role_scope_known check (scope_type in ('workspace', 'folder', 'team'));
create index role_scope on role (scope_type, scope_id) where scope_id is not null;

alter table runbook_user drop constraint runbook_user_role_known;
alter table runbook_user
  add constraint runbook_user_role_known check (role in ('runbook_admin', 'stream_editor', 'participant')),
  add column stream_ids bigint[] not null default '{}',
  add column changed_seq bigint not null default 0,
  add constraint runbook_user_streams_of_editors check ((role = 'stream_editor') = (cardinality(stream_ids) > 0));

-- A team that was removed stays as a row: versions that ran name it.
alter table runbook_team add column changed_seq bigint not null default 0, add column removed_at timestamptz;
alter table runbook_team drop constraint runbook_team_name_taken;
create unique index runbook_team_name_taken on runbook_team (runbook_id, name) where removed_at is null;
create index runbook_team_team on runbook_team (team_id) where team_id is not null;

-- Who takes part in a runbook, after an action on it: its people, its teams and who is in them. What each of them may do is
-- read anew by every process, because their revision moves.
create function commit_people(p_runbook bigint, p_change jsonb) returns void language plpgsql as $$
declare
  gone bigint[] := array(select jsonb_array_elements_text(p_change -> 'users_removed')::bigint);
  regrouped bigint[] := array(select jsonb_array_elements_text(p_change -> 'team_users_of')::bigint);
  disbanded bigint[] := array(select jsonb_array_elements_text(p_change -> 'teams_deleted')::bigint);
begin
  update app_user set permission_revision = permission_revision + 1
  where id = any (gone)
    or id in (select (u ->> 'user_id')::bigint from jsonb_array_elements(p_change -> 'users') u)
    or id in (select (u ->> 'user_id')::bigint from jsonb_array_elements(p_change -> 'team_users') u)
    or id in (select user_id from runbook_team_user where runbook_team_id = any (regrouped || disbanded));
  delete from runbook_user where runbook_id = p_runbook and user_id = any (gone);
  insert into runbook_user select * from jsonb_populate_recordset(null::runbook_user, coalesce(p_change -> 'users', '[]'))
  on conflict (id) do update set role = excluded.role, stream_ids = excluded.stream_ids, changed_seq = excluded.changed_seq;
  delete from runbook_team_user where runbook_team_id = any (regrouped || disbanded);
  update runbook_team set removed_at = now() where runbook_id = p_runbook and id = any (disbanded);
  insert into runbook_team select * from jsonb_populate_recordset(null::runbook_team, coalesce(p_change -> 'teams', '[]'))
  on conflict (id) do update set team_id = excluded.team_id, name = excluded.name, changed_seq = excluded.changed_seq;
  insert into runbook_team_user select * from jsonb_populate_recordset(null::runbook_team_user, coalesce(p_change -> 'team_users', '[]'));
end $$;

-- The function that commits an action leaves people to the one above, before the tasks that name them; all else as it is.
do $$
declare
  body text := pg_get_functiondef('commit_runbook'::regproc);
  plan integer := position('  if p_change ? ''streams'' then' in body);
  people integer := position('  if p_change ? ''users'' then' in body);
  events integer := position('  head := append_events' in body);
begin
  if plan = 0 or people < plan or events < people then
    raise exception 'commit_runbook does not write plan and people where it did';
  end if;
  execute left(body, plan - 1)
    || '  if p_change ?| array[''users'', ''users_removed'', ''teams'', ''teams_deleted'', ''team_users_of''] then' || E'\n'
    || '    perform commit_people(p_runbook, p_change);' || E'\n'
    || '  end if;' || E'\n'
    || substr(body, plan, people - plan)
    || substr(body, events);
end $$;
