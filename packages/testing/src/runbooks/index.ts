export {
  addPerson,
  addSession,
  buildRunbook,
  grantRole,
  joinRunbook,
  type RunbookOf,
  revokeRoles,
  type TaskOf,
  type TestPerson,
  type TestRunbook,
  testRunbook,
} from './build-runbook.ts'
