export {
  listenTo,
  openBrowser,
  type VisitOptions,
  type Visitor,
  visit,
  webFolder,
} from './browser/open-browser.ts'
export { holdAnswer } from './contract/hold-answer.ts'
export {
  createTestDatabase,
  type DatabaseClock,
  openTestDatabase,
  startTestCluster,
  type TestDatabase,
  takeOverClock,
  whileWaiting,
} from './database/index.ts'
export { type MailReceiver, type ReceivedMail, receiveMail } from './mail/index.ts'
export { dataOf, type Links, type Planner, plannerOf, refusals, writeOf } from './planning/index.ts'
export {
  addPerson,
  buildRunbook,
  grantRole,
  joinRunbook,
  type RunbookOf,
  revokeRoles,
  type TaskOf,
  type TestPerson,
  type TestRunbook,
  testRunbook,
} from './runbooks/index.ts'
export {
  type Answer,
  type Browser,
  browserWith,
  type Document,
  OWNER_EMAIL,
  OWNER_PASSWORD,
  OWNER_TOKEN,
  type Send,
  signIn,
  startTestServer,
  type TestServer,
  trySignIn,
} from './server/index.ts'
