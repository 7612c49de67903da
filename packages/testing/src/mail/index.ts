export { type MailReceiver, type ReceivedMail, receiveMail } from './receive-mail.ts'
