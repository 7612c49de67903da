-- One action on a runbook in one round trip: the changed rows, the events, the sequence, the remembered answer.
--
-- p_seq is the sequence that Core computed on. When the runbook has moved on, nothing is done and null is answered; else
-- the new sequence.
--
-- p_witness, where it is given, is what Core remembered of the caller: the token stands, the permissions, the settings and
-- the place of the runbook are as they were; else nothing is done and null is answered, too.
create function commit_runbook(p_runbook bigint, p_seq bigint, p_change jsonb, p_events jsonb, p_answer jsonb, p_witness jsonb) returns bigint
language plpgsql as $$
declare
  r runbook;
  head bytea;
  n integer := jsonb_array_length(p_events);
begin
  select * into r from runbook where id = p_runbook and seq = p_seq for no key update;
  if not found then
    return null;
  end if;
  if p_witness is not null and not exists (
    select from user_app_token t
    join app_user u on u.id = t.user_id
    join instance i on i.revision = (p_witness ->> 'instance_revision')::bigint
    join workspace w on w.id = r.workspace_id and w.archived_at is null
    where t.id = (p_witness ->> 'token_id')::bigint and t.revoked_at is null and (t.expires_at is null or t.expires_at > now())
      and u.archived_at is null and u.permission_revision = (p_witness ->> 'permission_revision')::bigint
      and r.folder_id is not distinct from (p_witness ->> 'folder_id')::bigint
  ) then
    return null;
  end if;

  if p_change ? 'streams' then
    insert into stream select * from jsonb_populate_recordset(null::stream, p_change -> 'streams')
    on conflict (version_id, id) do update set
      parent_id = excluded.parent_id, name = excluded.name, description = excluded.description, color = excluded.color,
      status = excluded.status, status_message = excluded.status_message, status_updated_at = excluded.status_updated_at,
      status_author_id = excluded.status_author_id, changed_seq = excluded.changed_seq, updated_at = excluded.updated_at;
  end if;
  if p_change ? 'tasks' then
    insert into task select * from jsonb_populate_recordset(null::task, p_change -> 'tasks')
    on conflict (version_id, id) do update set
      stream_id = excluded.stream_id, task_type_id = excluded.task_type_id, name = excluded.name, description = excluded.description,
      duration = excluded.duration, level = excluded.level, message = excluded.message, auto_start = excluded.auto_start,
      auto_finish = excluded.auto_finish, disable_notify = excluded.disable_notify, start_requirements = excluded.start_requirements,
      end_requirements = excluded.end_requirements, start_minimum = excluded.start_minimum, end_minimum = excluded.end_minimum,
      start_fixed = excluded.start_fixed, end_fixed = excluded.end_fixed, custom_field_values = excluded.custom_field_values,
      comments_count = excluded.comments_count, changed_seq = excluded.changed_seq, updated_at = excluded.updated_at;
  end if;
  if p_change ? 'dependencies_of' then
    delete from dependency
    where version_id = r.current_version_id
      and successor_id = any (array(select jsonb_array_elements_text(p_change -> 'dependencies_of')::integer));
  end if;
  if p_change ? 'dependencies' then
    insert into dependency (version_id, successor_id, predecessor_id)
    select r.current_version_id, (d ->> 0)::integer, (d ->> 1)::integer from jsonb_array_elements(p_change -> 'dependencies') d;
  end if;
  if p_change ? 'assignments_of' then
    delete from assignment
    where version_id = r.current_version_id and task_id = any (array(select jsonb_array_elements_text(p_change -> 'assignments_of')::integer));
  end if;
  if p_change ? 'assignments' then
    insert into assignment select * from jsonb_populate_recordset(null::assignment, p_change -> 'assignments');
  end if;
  if p_change ? 'links_of' then
    delete from task_link
    where version_id = r.current_version_id and task_id = any (array(select jsonb_array_elements_text(p_change -> 'links_of')::integer));
  end if;
  if p_change ? 'links' then
    insert into task_link select * from jsonb_populate_recordset(null::task_link, p_change -> 'links');
  end if;
  if p_change ? 'tasks_deleted' then
    delete from task
    where version_id = r.current_version_id and id = any (array(select jsonb_array_elements_text(p_change -> 'tasks_deleted')::integer));
  end if;
  if p_change ? 'streams_deleted' then
    delete from stream
    where version_id = r.current_version_id and id = any (array(select jsonb_array_elements_text(p_change -> 'streams_deleted')::bigint));
  end if;
  if p_change ? 'run' then
    insert into run select * from jsonb_populate_record(null::run, p_change -> 'run')
    on conflict (id) do update set
      stage = excluded.stage, end_actual = excluded.end_actual, pauses = excluded.pauses, rta = excluded.rta;
  end if;
  if p_change ? 'run_tasks' then
    insert into run_task select * from jsonb_populate_recordset(null::run_task, p_change -> 'run_tasks')
    on conflict (run_id, task_id) do update set
      stage = excluded.stage, completion_type = excluded.completion_type, start_ready = excluded.start_ready,
      start_actual = excluded.start_actual, end_actual = excluded.end_actual, started_by = excluded.started_by,
      completed_by = excluded.completed_by, starters = excluded.starters, finishers = excluded.finishers,
      changed_seq = excluded.changed_seq, updated_at = excluded.updated_at, start_planned = excluded.start_planned, end_planned = excluded.end_planned;
  end if;
  if p_change ? 'run_tasks_deleted' then
    delete from run_task
    where run_id = r.current_run_id and task_id = any (array(select jsonb_array_elements_text(p_change -> 'run_tasks_deleted')::integer));
  end if;
  if p_change ? 'task_actions' then
    insert into task_action (run_id, task_id, action, user_id, created_at)
    select run_id, task_id, action, user_id, created_at from jsonb_populate_recordset(null::task_action, p_change -> 'task_actions');
  end if;
  if p_change ? 'comments' then
    insert into comment select * from jsonb_populate_recordset(null::comment, p_change -> 'comments');
  end if;
  if p_change ? 'version_frozen' then
    update runbook_version set frozen_at = (p_change ->> 'version_frozen')::timestamptz where id = r.current_version_id;
  end if;
  if p_change ? 'users' then
    insert into runbook_user select * from jsonb_populate_recordset(null::runbook_user, p_change -> 'users');
    update app_user set permission_revision = permission_revision + 1
    where id in (select (u ->> 'user_id')::bigint from jsonb_array_elements(p_change -> 'users') u);
  end if;
  if p_change ? 'users_removed' then
    delete from runbook_team_user m using runbook_team t, jsonb_array_elements_text(p_change -> 'users_removed') u
    where t.runbook_id = p_runbook and m.runbook_team_id = t.id and m.user_id = u::bigint;
    delete from runbook_user m using jsonb_array_elements_text(p_change -> 'users_removed') u
    where m.runbook_id = p_runbook and m.user_id = u::bigint;
    update app_user set permission_revision = permission_revision + 1
    where id in (select u::bigint from jsonb_array_elements_text(p_change -> 'users_removed') u);
  end if;

  head := append_events(p_runbook, p_seq, r.last_hash, p_events);
  r := jsonb_populate_record(r, coalesce(p_change -> 'runbook', '{}'));
  update runbook set
    folder_id = r.folder_id, name = r.name, description = r.description, is_template = r.is_template, template_type = r.template_type,
    template_status = r.template_status, master_template = r.master_template, stage = r.stage, status = r.status, run_type = r.run_type,
    rto = r.rto, rto_start_task = r.rto_start_task, rto_end_task = r.rto_end_task, timezone = r.timezone, auto_start = r.auto_start,
    start_scheduled = r.start_scheduled, end_scheduled = r.end_scheduled, start_planned = r.start_planned, end_planned = r.end_planned,
    start_actual = r.start_actual, end_actual = r.end_actual, custom_field_values = r.custom_field_values, tasks_count = r.tasks_count,
    tasks_complete_count = r.tasks_complete_count, next_task_id = r.next_task_id, current_version_id = r.current_version_id,
    current_run_id = r.current_run_id, wake_at = r.wake_at, changed_seq = r.changed_seq, archived_at = r.archived_at,
    updated_at = r.updated_at, touched_at = to_timestamp((p_events -> (n - 1) ->> 'at')::numeric / 1000),
    seq = p_seq + n, last_event_at = to_timestamp((p_events -> (n - 1) ->> 'at')::numeric / 1000), last_hash = head
  where id = p_runbook;

  if p_answer is not null then
    perform remember_answer(p_answer);
  end if;
  return p_seq + n;
end $$;

-- The same for the chain of the instance: the caller has changed the rows in the same transaction.
create function commit_instance(p_events jsonb, p_answer jsonb) returns bigint language plpgsql as $$
declare
  i instance;
  n integer := jsonb_array_length(p_events);
begin
  select * into i from instance for no key update;
  update instance set
    seq = i.seq + n,
    last_event_at = to_timestamp((p_events -> (n - 1) ->> 'at')::numeric / 1000),
    last_hash = append_events(0, i.seq, i.last_hash, p_events);
  if p_answer is not null then
    perform remember_answer(p_answer);
  end if;
  return i.seq + n;
end $$;
