import type { MailTexts } from './mail-text.ts'

export const en: MailTexts = {
  reset: ({ email, host }) => ({
    subject: 'Set a new password for Runsheet',
    before: [
      `Somebody asked for a new password for ${email} on ${host}.`,
      'If that was you, set it here. The link holds for one hour and can be used once.',
    ],
    button: 'Set a new password',
    after: [
      'With the new password you are signed out everywhere else. Your tokens stay as they are.',
      'If it was not you, nothing needs to be done: your password stays as it is.',
    ],
  }),
  invitation: ({ email, host }) => ({
    subject: 'You are invited to Runsheet',
    before: [
      `There is an account for ${email} on ${host}.`,
      'Set your password to get in. The link holds for seven days and can be used once.',
    ],
    button: 'Set your password',
    after: ['If you do not expect this, nothing needs to be done.'],
  }),
  email_changed: ({ email, host }) => ({
    subject: 'Your account at Runsheet has another e-mail address',
    before: [
      `Whoever manages people on ${host} has given your account another e-mail address in place of ${email}.`,
      'From now on you sign in with the new one, and mail goes there. Links that were sent here hold no longer.',
      'If you did not expect this, tell whoever runs the server at once: the new address could be somebody else’s.',
    ],
    after: [],
  }),
}
