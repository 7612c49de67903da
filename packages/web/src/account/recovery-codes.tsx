import { Button, CopyButton } from '@mantine/core'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import page from './account-page.module.css'
import classes from './second-factor.module.css'
import shown from './shown-token.module.css'

/** New recovery codes, this once. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const { account } = useWords()
  return (
    <div className={shown.made} role="status">
      <p className={page.name}>{account.recoveryCodes}</p>
      <p className={shown.why}>{account.recoveryCodesWhy}</p>
      <ul className={classes.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className={page.buttons}>
        <Button className={page.button ?? ''} onClick={onDone}>
          {account.haveThem}
        </Button>
        <CopyButton value={codes.join('\n')}>
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
    </div>
  )
}
