export { openTestDatabase, startTestCluster, type TestDatabase } from './database/index.ts'
export { dataOf, type Links, type Planner, plannerOf, refusals, writeOf } from './planning/index.ts'
export {
  addPerson,
  buildRunbook,
  type RunbookOf,
  type TaskOf,
  type TestPerson,
  type TestRunbook,
  testRunbook,
} from './runbooks/index.ts'
export { type Answer, type Document, OWNER_TOKEN, startTestServer, type TestServer } from './server/index.ts'
