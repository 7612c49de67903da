import { TypesRoom } from '../types/types-room.tsx'
import { taskTypeKind } from './task-type-kind.ts'

/** The types that tasks can have: what each does, and where it holds. */
export const TaskTypesRoom = () => <TypesRoom kind={taskTypeKind} />
