import { TypesRoom } from '../types/types-room.tsx'
import { runbookTypeKind } from './runbook-type-kind.ts'

/** The types that runbooks can have: what each allows, and where it holds. */
export const RunbookTypesRoom = () => <TypesRoom kind={runbookTypeKind} />
