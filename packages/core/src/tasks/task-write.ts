import type { Identifier, LocalIdentifier, taskEndpoints, WrittenItemOf } from '@runsheet/contract'
import type { Task } from '../runbooks/snapshot.ts'

/** What a create or an update of a task says. */
export type TaskWrite = Pick<
  WrittenItemOf<(typeof taskEndpoints)['writeTasks']>,
  'attributes' | 'relationships'
>

/** A task as far as a write can make it. */
export type BlankTask = Omit<Task, 'id' | 'created_at' | 'updated_at' | 'changed_seq'>

/** How a write points at a task: by its number, or in a bulk write by the name of one that is made with it. */
export type TaskRef = Identifier | LocalIdentifier
