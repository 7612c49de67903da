export {
  type Answer,
  type Document,
  OWNER_TOKEN,
  startTestServer,
  type TestServer,
} from './start-test-server.ts'
