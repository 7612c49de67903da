import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'
import { customProperties, fontStack, monoStack, sharedProperties } from './tokens.ts'

const mint: MantineColorsTuple = [
  '#E6FBF6',
  '#C9F5EA',
  '#9FEBD9',
  '#6FE0C8',
  '#3DD6B5',
  '#1FB898',
  '#0F9480',
  '#08766A',
  '#065E55',
  '#04221C',
]

const darkTuple: MantineColorsTuple = [
  '#EDF1F5',
  '#AFBAC6',
  '#8896A4',
  '#667482',
  '#3B4653',
  '#242C35',
  '#181D23',
  '#0B0E11',
  '#080A0D',
  '#050709',
]

/** Filled means the one accent, with words that can be read on it. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const resolved = defaultVariantColorsResolver(input)
  if (input.variant !== 'filled' || (input.color !== undefined && input.color !== 'mint')) return resolved
  return {
    ...resolved,
    background: 'var(--rs-accent)',
    hover: 'color-mix(in srgb, var(--rs-accent) 88%, var(--rs-t1))',
    color: 'var(--rs-on-accent)',
    border: '1px solid var(--rs-accent)',
  }
}

/** Mantine as the design system wants it: its components take their values from our tokens. */
export const theme = createTheme({
  primaryColor: 'mint',
  primaryShade: { light: 7, dark: 4 },
  colors: { mint, dark: darkTuple },
  fontFamily: fontStack,
  fontFamilyMonospace: monoStack,
  fontSizes: { xs: '0.6875rem', sm: '0.8125rem', md: '0.8125rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1rem', sm: '1.25rem', md: '1.25rem', lg: '1.5rem', xl: '1.625rem' },
  defaultRadius: 6,
  cursorType: 'pointer',
  autoContrast: true,
  variantColorResolver,
  respectReducedMotion: true,
  headings: { fontWeight: '600' },
  components: {
    Button: { defaultProps: { size: 'xs', h: 30, fz: 13, fw: 500 } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false } },
    Modal: { defaultProps: { size: 640, radius: 14, centered: true, padding: 24 } },
    TextInput: { defaultProps: { size: 'sm' } },
    Menu: { defaultProps: { shadow: 'md', position: 'bottom-end' } },
  },
})

export const cssVariablesResolver: CSSVariablesResolver = () => {
  const mantine = {
    '--mantine-color-body': 'var(--rs-app)',
    '--mantine-color-text': 'var(--rs-t1)',
    '--mantine-color-dimmed': 'var(--rs-t3)',
    '--mantine-color-placeholder': 'var(--rs-t3)',
    '--mantine-color-default': 'var(--rs-surface)',
    '--mantine-color-default-hover': 'var(--rs-hover)',
    '--mantine-color-default-color': 'var(--rs-t1)',
    '--mantine-color-default-border': 'var(--rs-strong)',
    '--mantine-color-error': 'var(--rs-red)',
    '--mantine-primary-color-contrast': 'var(--rs-on-accent)',
  }
  return {
    variables: sharedProperties(),
    light: { ...customProperties('light'), ...mantine },
    dark: { ...customProperties('dark'), ...mantine },
  }
}
