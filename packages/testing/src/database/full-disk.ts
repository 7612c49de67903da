import type { Core } from '@runsheet/core'
import { sql } from 'kysely'

type Db = Core['database']['writes']

/** Lets a database answer to every write as one whose disk is full, while `fillDisk` says so. */
export async function prepareFullDisk(db: Db): Promise<void> {
  await sql
    .raw(`
    create schema test_disk;
    create table test_disk.setting (is_full boolean not null);
    insert into test_disk.setting values (false);
    create function test_disk.refuse() returns trigger language plpgsql as $refuse$
    begin
      if (select is_full from test_disk.setting) then
        raise exception 'could not extend file: No space left on device' using errcode = 'disk_full';
      end if;
      return null;
    end $refuse$;
    do $each$ declare name text; begin
      for name in select tablename from pg_tables where schemaname = 'public' loop
        execute format('create trigger refuse before insert or update or delete on public.%I for each statement execute function test_disk.refuse()', name);
      end loop;
    end $each$`)
    .execute(db)
}

/** Fills the disk, or makes room on it. */
export async function fillDisk(db: Db, isFull: boolean): Promise<void> {
  await sql`update test_disk.setting set is_full = ${isFull}`.execute(db)
}
