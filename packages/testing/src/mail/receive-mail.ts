import type { AddressInfo } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** A mail as it arrived. */
export interface ReceivedMail {
  readonly to: readonly string[]
  readonly from: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly headers: ReadonlyMap<string, string>
}

/** A mail server on this machine that keeps what it is given. */
export interface MailReceiver {
  /** `smtp://127.0.0.1:port`. */
  readonly url: string
  /** In the order of their arrival. */
  readonly mails: readonly ReceivedMail[]
  /** How many were refused. */
  readonly refused: number
  /** Refuses what comes from now on, as a server does whose disk is full; or takes it again. */
  refuse(isRefusing: boolean): void
  close(): Promise<void>
}

/** Real SMTP on a free port of the loopback. */
export async function receiveMail(): Promise<MailReceiver> {
  const mails: ReceivedMail[] = []
  let isRefusing = false
  let refused = 0
  const take = async (stream: AsyncIterable<Buffer>, to: readonly string[]) => {
    const raw = await read(stream)
    if (isRefusing) {
      refused += 1
      throw Object.assign(new Error('Insufficient system storage'), { responseCode: 452 })
    }
    const { from, subject = '', text = '', html = '', headers } = await PostalMime.parse(raw)
    mails.push({
      to,
      from: from?.address ?? '',
      subject,
      text,
      html,
      headers: new Map(headers.map(({ key, value }) => [key, value])),
    })
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      const to = session.envelope.rcptTo.map(({ address }) => address)
      take(stream, to).then(() => done(), done)
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    get refused() {
      return refused
    },
    refuse(refuses) {
      isRefusing = refuses
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

async function read(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}
