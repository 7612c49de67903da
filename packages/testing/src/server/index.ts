export { type Browser, browserWith, signIn, trySignIn } from './sign-in.ts'
export {
  type Answer,
  type Document,
  OWNER_EMAIL,
  OWNER_PASSWORD,
  OWNER_TOKEN,
  SECRET_KEY,
  type Send,
  senderTo,
  startTestServer,
  type TestServer,
} from './start-test-server.ts'
