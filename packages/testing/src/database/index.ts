export { type DatabaseClock, takeOverClock } from './database-clock.ts'
export { openTestDatabase, type TestDatabase, testClusterAddress } from './open-test-database.ts'
export { createTestDatabase, startTestCluster, type TestCluster } from './test-cluster.ts'
