-- A comment can be changed by who made it: the sequence at which it last was.
alter table comment add column changed_seq bigint not null default 0;

-- The function that commits an action writes a comment that is there already, and deletes; all else as it is.
do $$
declare
  body text := pg_get_functiondef('commit_runbook'::regproc);
  told text := replace(body,
    'insert into comment select * from jsonb_populate_recordset(null::comment, p_change -> ''comments'');',
    'insert into comment select * from jsonb_populate_recordset(null::comment, p_change -> ''comments'')
    on conflict (id) do update set
      content = excluded.content, featured = excluded.featured, changed_seq = excluded.changed_seq, updated_at = excluded.updated_at;
  end if;
  if p_change ? ''comments_deleted'' then
    delete from comment
    where runbook_id = p_runbook and id = any (array(select jsonb_array_elements_text(p_change -> ''comments_deleted'')::bigint));');
begin
  if told = body then
    raise exception 'commit_runbook does not write comments where it did';
  end if;
  execute told;
end $$;
