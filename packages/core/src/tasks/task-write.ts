import type { taskEndpoints, WriteOf } from '@runsheet/contract'

/** What a create or an update of a task says. */
export type TaskWrite = Pick<WriteOf<(typeof taskEndpoints)['createTask']>, 'attributes' | 'relationships'>
