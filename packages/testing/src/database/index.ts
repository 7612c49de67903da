export { openTestDatabase, type TestDatabase } from './open-test-database.ts'
export { createTestDatabase, startTestCluster, type TestCluster } from './test-cluster.ts'
