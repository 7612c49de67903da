import { UnstyledButton } from '@mantine/core'
import { Icon, type IconName } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { useRoomState } from '../room/use-room.tsx'
import { type PhoneTab, phoneTabs } from './phone-tab.ts'
import classes from './phone-tabs.module.css'
import { usePhoneTab } from './use-phone-tab.ts'

const icons: Readonly<Record<PhoneTab, IconName>> = {
  now: 'flag',
  list: 'list',
  timeline: 'timeline',
  comments: 'chat',
  history: 'history',
}

/** The views of the runbook at the lower edge, within reach of the thumb. */
export function PhoneTabs() {
  const { phone } = useWords()
  const { tab, goTo } = usePhoneTab()
  const { run } = useRoomState().plan
  const isLive = run !== null && run.end_actual === null
  return (
    <nav className={classes.tabs} aria-label={phone.tabsLabel}>
      {phoneTabs.map((name) => (
        <UnstyledButton
          key={name}
          className={name === tab ? `${classes.tab} ${classes.on}` : classes.tab}
          aria-current={name === tab ? 'page' : undefined}
          data-tab={name}
          onClick={() => goTo(name)}
        >
          <Icon name={icons[name]} size={22} stroke={name === tab ? 1.5 : 1.25} />
          <span className={classes.name}>{phone.tabs[name === 'now' && !isLive ? 'overview' : name]}</span>
        </UnstyledButton>
      ))}
    </nav>
  )
}
