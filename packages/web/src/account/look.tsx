import { SegmentedControl, Switch } from '@mantine/core'
import type { Density, Theme } from '@runsheet/contract'
import { isLanguage, languages, preferredLanguage, speak, useWords } from '../language/language.ts'
import { useMe } from '../server/use-me.ts'
import classes from './account-page.module.css'
import { forgetLanguage } from './forget-language.ts'
import { ChoiceField, Group } from './row.tsx'
import { useChooseTheme } from './use-choose-theme.ts'
import { useSaveMe } from './use-save-me.ts'

const segments = {
  root: classes.segments ?? '',
  label: classes.segment ?? '',
  indicator: classes.indicator ?? '',
}

/** How the app looks and listens: theme, language, height of rows, single keys. Each is shown at once and saved. */
export function Look() {
  const { account } = useWords()
  return (
    <Group title={account.look}>
      <ThemeField />
      <LanguageField />
      <DensityField />
      <KeysField />
    </Group>
  )
}

function ThemeField() {
  const { account } = useWords()
  const { theme, choose, saving } = useChooseTheme()
  return (
    <ChoiceField label={account.theme} saving={saving}>
      <SegmentedControl<Theme>
        classNames={segments}
        withItemsBorders={false}
        aria-label={account.theme}
        value={theme}
        onChange={(next) => void choose(next)}
        data={(['dark', 'light', 'auto'] as const).map((value) => ({ value, label: account.themes[value] }))}
      />
    </ChoiceField>
  )
}

/** Stands for the language of the browser. */
const BROWSER = 'browser'

function LanguageField() {
  const { account } = useWords()
  const { language } = useMe()
  const saving = useSaveMe('language')
  const choose = async (next: string) => {
    const chosen = isLanguage(next) ? next : null
    if (!(await saving.save({ language: chosen }))) return
    if (chosen === null) forgetLanguage()
    await speak(chosen ?? preferredLanguage())
  }
  return (
    <ChoiceField label={account.language} saving={saving}>
      <SegmentedControl
        classNames={segments}
        withItemsBorders={false}
        aria-label={account.language}
        value={isLanguage(language) ? language : BROWSER}
        onChange={(next) => void choose(next)}
        data={[
          // Each language is called by its own name: whoever reads only that one finds it.
          ...Object.entries(languages).map(([value, label]) => ({
            value,
            label: <span lang={value}>{label}</span>,
          })),
          { value: BROWSER, label: account.browserLanguage },
        ]}
      />
    </ChoiceField>
  )
}

function DensityField() {
  const { account } = useWords()
  const { density } = useMe()
  const saving = useSaveMe('density')
  return (
    <ChoiceField label={account.density} why={account.densityWhy} saving={saving}>
      <SegmentedControl<Density>
        classNames={segments}
        withItemsBorders={false}
        aria-label={account.density}
        value={density}
        onChange={(next) => void saving.save({ density: next })}
        data={(['compact', 'regular', 'comfortable'] as const).map((value) => ({
          value,
          label: account.densities[value],
        }))}
      />
    </ChoiceField>
  )
}

function KeysField() {
  const { account } = useWords()
  const me = useMe()
  const saving = useSaveMe('keys')
  return (
    <ChoiceField label={account.keys} why={account.keysWhy} saving={saving}>
      <Switch
        className={classes.switch ?? ''}
        label={account.keysOn}
        checked={me.single_key_shortcuts}
        onChange={(event) => void saving.save({ single_key_shortcuts: event.currentTarget.checked })}
      />
    </ChoiceField>
  )
}
