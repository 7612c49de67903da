import type { MailTexts } from './mail-text.ts'

export const de: MailTexts = {
  reset: ({ email, host }) => ({
    subject: 'Neues Passwort für Runsheet',
    before: [
      `Für ${email} auf ${host} wurde ein neues Passwort gewünscht.`,
      'Wenn Sie das waren, setzen Sie es hier. Der Link gilt eine Stunde und nur einmal.',
    ],
    button: 'Neues Passwort setzen',
    after: [
      'Mit dem neuen Passwort sind Sie überall sonst abgemeldet. Ihre Tokens bleiben, wie sie sind.',
      'Wenn Sie das nicht waren, müssen Sie nichts tun: Ihr Passwort bleibt, wie es ist.',
    ],
  }),
  invitation: ({ email, host }) => ({
    subject: 'Einladung zu Runsheet',
    before: [
      `Auf ${host} gibt es ein Konto für ${email}.`,
      'Setzen Sie Ihr Passwort, um hineinzukommen. Der Link gilt sieben Tage und nur einmal.',
    ],
    button: 'Passwort setzen',
    after: ['Wenn Sie das nicht erwarten, müssen Sie nichts tun.'],
  }),
  email_changed: ({ email, host }) => ({
    subject: 'Ihr Konto bei Runsheet hat eine andere E-Mail-Adresse',
    before: [
      `Die Verwaltung der Personen auf ${host} hat Ihrem Konto anstelle von ${email} eine andere E-Mail-Adresse gegeben.`,
      'Von jetzt an melden Sie sich mit der neuen an, und E-Mails gehen dorthin. Links, die hierher geschickt wurden, gelten nicht mehr.',
      'Wenn Sie das nicht erwartet haben, sagen Sie es sofort der Leitung des Servers: Die neue Adresse könnte jemand anderem gehören.',
    ],
    after: [],
  }),
}
