import { Kbd, Modal } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { useChooseTheme } from '../account/use-choose-theme.ts'
import { Icon } from '../design/icons.tsx'
import { useTheme } from '../design/use-theme.ts'
import { useWords } from '../language/language.ts'
import { useMe } from '../server/use-me.ts'
import { roomsOf } from '../settings/rooms.ts'
import { StageGlyph } from '../signs/stage-glyph.tsx'
import { foundRunbooksQuery } from '../workspaces/queries.ts'
import { useMayMakeRunbooks } from '../workspaces/use-may-make-runbooks.ts'
import { openWorkspaceDialog } from '../workspaces/workspace-dialog-store.ts'
import { actionEntries, type Entry, groupsOf, runbookEntries, taskEntries } from './entries.ts'
import classes from './palette.module.css'
import { paletteContext, showPalette } from './palette-store.ts'
import { recentKeys, remember } from './recent.ts'

/** Of a glyph that only says the stage. */
const plainLook = { isMilestone: false, isHeldByFixed: false, progress: 0.5, over: 0 }

const close = () => showPalette(false)

/** Find or do: runbooks, tasks of the open one, actions and pages, by a few letters. */
export function Palette() {
  const { app } = useWords()
  const list = useId()
  const [query, setQuery] = useState('')
  const { groups, isSearching } = useGroups(query)
  const entries = groups.flatMap((group) => group.entries)
  const [chosen, setChosen] = useState<string>()
  const at = Math.max(
    0,
    entries.findIndex(({ key }) => key === chosen),
  )
  const current = entries[at]
  const perform = (entry: Entry | undefined) => {
    if (!entry || entry.blocked !== undefined) return
    remember(entry.key)
    close()
    entry.perform()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') perform(current)
    else if (event.key === 'ArrowDown') setChosen(entries[(at + 1) % entries.length]?.key)
    else if (event.key === 'ArrowUp') setChosen(entries.at(at - 1)?.key)
    else return
    event.preventDefault()
  }
  const placeholder = paletteContext() ? app.palette.placeholderHere : app.palette.placeholder
  return (
    <Modal.Root
      opened
      onClose={close}
      centered={false}
      yOffset="12vh"
      padding={0}
      size={640}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content radius={14} aria-label={app.findOrDo}>
        <div className={classes.search}>
          <Icon name="search" size={18} />
          <input
            className={classes.input}
            role="combobox"
            aria-expanded="true"
            aria-controls={list}
            aria-activedescendant={current ? `${list}-${current.key}` : undefined}
            aria-label={placeholder}
            placeholder={placeholder}
            value={query}
            onChange={({ currentTarget }) => {
              setQuery(currentTarget.value)
              setChosen(undefined)
            }}
            onKeyDown={onKeyDown}
            autoComplete="off"
            spellCheck={false}
            data-autofocus
          />
        </div>
        <div className={classes.list} id={list} role="listbox" aria-label={app.findOrDo} tabIndex={-1}>
          {groups.map(({ name, entries: members }) => (
            <div key={name} role="group" aria-label={app.palette[name]}>
              <div className={classes.group} aria-hidden="true">
                {app.palette[name]}
              </div>
              {members.map((entry) => (
                <Option
                  key={entry.key}
                  id={`${list}-${entry.key}`}
                  entry={entry}
                  isCurrent={entry === current}
                  onPoint={() => setChosen(entry.key)}
                  onPress={() => perform(entry)}
                />
              ))}
            </div>
          ))}
        </div>
        {entries.length === 0 && (
          <div className={classes.empty} role="status">
            <strong>{isSearching ? app.palette.searching : app.palette.empty(query.trim())}</strong>
            {!isSearching && <span>{app.palette.emptyHint}</span>}
          </div>
        )}
        <div className={classes.foot}>{app.palette.foot}</div>
      </Modal.Content>
    </Modal.Root>
  )
}

interface OptionProps {
  readonly id: string
  readonly entry: Entry
  readonly isCurrent: boolean
  readonly onPoint: () => void
  readonly onPress: () => void
}

function Option({ id, entry, isCurrent, onPoint, onPress }: OptionProps) {
  const state = `${isCurrent ? classes.current : ''} ${entry.blocked === undefined ? '' : classes.blocked}`
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field holds the focus, and the keys are its own
    <div
      id={id}
      role="option"
      aria-selected={isCurrent}
      aria-disabled={entry.blocked !== undefined}
      tabIndex={-1}
      ref={(element) => {
        if (isCurrent) element?.scrollIntoView({ block: 'nearest' })
      }}
      className={`${classes.option} ${state}`}
      onPointerMove={isCurrent ? undefined : onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {entry.look === undefined ? (
        <Icon name={entry.icon} />
      ) : (
        <StageGlyph of={{ ...plainLook, look: entry.look }} size={18} />
      )}
      <span className={classes.label}>{entry.label}</span>
      <span className={classes.about}>{entry.blocked ?? entry.about}</span>
      {entry.keys !== undefined && <Kbd className={classes.kbd}>{entry.keys.replaceAll('+', ' ')}</Kbd>}
    </div>
  )
}

/** Everything that answers the query, in groups. */
function useGroups(query: string) {
  const words = useWords()
  const navigate = useNavigate()
  const theme = useTheme()
  const { choose: chooseTheme } = useChooseTheme()
  const [asked] = useDebouncedValue(query.trim(), 160)
  const { data: found, isFetching } = useQuery(foundRunbooksQuery(asked))
  const context = paletteContext()
  const recent = useMemo(() => recentKeys(), [])
  const mayMake = useMayMakeRunbooks()
  const me = useMe()
  const rooms = useMemo(() => roomsOf(me), [me])
  const groups = useMemo(() => {
    const { app, settings } = words
    const other = theme === 'dark' ? 'light' : 'dark'
    const pages: readonly Entry[] = [
      { key: 'page-home', label: app.home, icon: 'home', perform: () => void navigate({ to: '/' }) },
      {
        key: 'page-runbooks',
        label: app.allRunbooks,
        icon: 'grid',
        perform: () => void navigate({ to: '/runbooks' }),
      },
      {
        key: 'page-account',
        label: app.account,
        icon: 'gear',
        perform: () => void navigate({ to: '/account' }),
      },
      ...rooms.map(({ path, name, icon }) => ({
        key: `page-${path}`,
        label: name(),
        icon,
        about: settings.title,
        perform: () => void navigate({ to: path }),
      })),
    ]
    const making: readonly Entry[] = [
      {
        key: 'do-new-runbook',
        label: app.palette.newRunbook,
        icon: 'plus',
        perform: () => openWorkspaceDialog({ kind: 'new_runbook', making: { as: 'runbook' } }),
      },
      {
        key: 'do-import',
        label: app.palette.fromFile,
        icon: 'upload',
        perform: () => void navigate({ to: '/import', search: {} }),
      },
    ]
    const everywhere: readonly Entry[] = [
      ...(mayMake ? making : []),
      { key: 'do-theme', label: app.palette[other], icon: 'sun', perform: () => void chooseTheme(other) },
    ]
    const open = (runbookId: string) => void navigate({ to: '/runbooks/$runbookId', params: { runbookId } })
    return groupsOf(query, recent, taskEntries(context, query, words, recent), {
      actions: [...actionEntries(context), ...everywhere],
      runbooks: runbookEntries(found, words, open),
      pages,
    })
  }, [query, found, context, words, theme, recent, navigate, chooseTheme, mayMake, rooms])
  return { groups, isSearching: isFetching || asked !== query.trim() }
}
