export {
  addPerson,
  buildRunbook,
  type RunbookOf,
  type TaskOf,
  type TestPerson,
  type TestRunbook,
  testRunbook,
} from './build-runbook.ts'
