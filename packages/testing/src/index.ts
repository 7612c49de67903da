export { openTestDatabase, startTestCluster, type TestDatabase } from './database/index.ts'
export { type Answer, type Document, OWNER_TOKEN, startTestServer, type TestServer } from './server/index.ts'
