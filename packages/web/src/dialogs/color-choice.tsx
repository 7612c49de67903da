import { useId } from 'react'
import { streamHues } from '../design/tokens.ts'
import { useTheme } from '../design/use-theme.ts'
import { useWords } from '../language/language.ts'
import classes from './dialogs.module.css'
import swatchClasses from './swatches.module.css'

interface ColorChoiceProps {
  readonly value: string | null
  readonly onChange: (color: string | null) => void
  /** What no colour means, in words. */
  readonly none: string
}

/** One of the ten hues, a colour of its own, or none. */
export function ColorChoice({ value, onChange, none }: ColorChoiceProps) {
  const { stream: words } = useWords().dialogs
  const theme = useTheme()
  const name = useId()
  // What is kept is the light hue: the dark one is found from it where it is drawn.
  const hues = streamHues.light
  const isFree = value !== null && !hues.some((hue) => hue.toLowerCase() === value.toLowerCase())
  const swatch = (color: string | null, label: string, background: string, isOn: boolean) => (
    <label key={label} className={swatchClasses.swatch} style={{ background }} title={label}>
      <input type="radio" name={name} aria-label={label} checked={isOn} onChange={() => onChange(color)} />
    </label>
  )
  return (
    <fieldset className={classes.section} style={{ marginTop: 0 }}>
      <legend className={classes.label}>{words.color}</legend>
      <div className={swatchClasses.swatches}>
        {swatch(
          null,
          none,
          'conic-gradient(var(--rs-stream-1), var(--rs-stream-4), var(--rs-stream-2), var(--rs-stream-1))',
          value === null,
        )}
        {hues.map((hue, at) =>
          swatch(
            hue,
            words.hue(at + 1),
            streamHues[theme][at] ?? hue,
            hue.toLowerCase() === value?.toLowerCase(),
          ),
        )}
        <input
          type="color"
          className={swatchClasses.freeColor}
          aria-label={words.free}
          title={words.free}
          data-on={isFree || undefined}
          value={isFree && /^#[0-9a-f]{6}$/i.test(value) ? value : '#808080'}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </div>
    </fieldset>
  )
}
