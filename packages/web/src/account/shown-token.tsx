import { Button, CopyButton } from '@mantine/core'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { baseUrl } from '../server/client.ts'
import page from './account-page.module.css'
import type { MadeToken } from './new-token.tsx'
import classes from './shown-token.module.css'

/** A new token, this once, and a call to try it with. */
export function ShownToken({ made, onDone }: { made: MadeToken; onDone: () => void }) {
  const { account } = useWords()
  const call = `curl -H "Authorization: Bearer ${made.token}" ${baseUrl}/core/me`
  return (
    <div className={classes.made} role="status">
      <p className={page.name}>{account.tokenMade(made.label)}</p>
      <p className={classes.why}>{account.shownOnce}</p>
      <Secret text={made.token} />
      <p className={classes.why}>{account.tryIt}</p>
      <Secret text={call} />
      <div className={page.buttons}>
        <Button className={page.button ?? ''} onClick={onDone}>
          {account.done}
        </Button>
      </div>
    </div>
  )
}

/** A text that is to be copied. */
export function Secret({ text }: { text: string }) {
  const { account } = useWords()
  return (
    <div className={classes.secret}>
      <code>{text}</code>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            className={page.button ?? ''}
            leftSection={<Icon name={copied ? 'check' : 'copy'} size={14} />}
            onClick={copy}
          >
            {copied ? account.copied : account.copy}
          </Button>
        )}
      </CopyButton>
    </div>
  )
}
