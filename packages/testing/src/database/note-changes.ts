import type { Core } from '@runsheet/core'
import { sql } from 'kysely'

type Db = Core['database']['writes']

/** What comes and goes by itself: who is there, which process lives, who has to wait. */
const fleeting = ['presence', 'api_process', 'sign_in_failure']

/** What any request moves. */
const moving = ['last_used_at', 'last_seen_at', 'expires_at']

/**
 * Lets a database note every row that a transaction has changed, so that a test can hold that nothing did: what was rolled
 * back leaves no note.
 */
export async function noteChanges(db: Db): Promise<void> {
  await sql
    .raw(`
    create schema test_changes;
    create table test_changes.change (n bigint generated always as identity primary key, place text not null);
    create function test_changes.note() returns trigger language plpgsql as $note$
    begin
      if tg_op <> 'UPDATE' or to_jsonb(old) - ${textArray(moving)} <> to_jsonb(new) - ${textArray(moving)} then
        insert into test_changes.change (place) values (tg_table_name);
      end if;
      return null;
    end $note$;
    do $each$ declare name text; begin
      for name in select tablename from pg_tables where schemaname = 'public' and tablename <> all (${textArray(fleeting)}) loop
        execute format('create trigger note after insert or update or delete on public.%I for each row execute function test_changes.note()', name);
      end loop;
    end $each$`)
    .execute(db)
}

const textArray = (texts: readonly string[]) => `array[${texts.map((text) => `'${text}'`).join(', ')}]`

/** How many changes there have been. */
export async function countChanges(db: Db): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select coalesce(max(n), 0)::int as n from test_changes.change`.execute(db)
  return rows[0]?.n ?? 0
}

/** The tables that have changed since there were so many changes. */
export async function changesSince(db: Db, count: number): Promise<string[]> {
  const { rows } = await sql<{ place: string }>`
    select distinct place from test_changes.change where n > ${count} order by place`.execute(db)
  return rows.map(({ place }) => place)
}

/** How many rows of a table have changed since there were so many changes. */
export async function countChangesOf(db: Db, table: string, count: number): Promise<number> {
  const { rows } = await sql<{ changes: number }>`
    select count(*)::int as changes from test_changes.change where n > ${count} and place = ${table}`.execute(
    db,
  )
  return rows[0]?.changes ?? 0
}
