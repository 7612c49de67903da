import { TextInput } from '@mantine/core'
import { CODE_AT_MOST } from '@runsheet/contract'
import { useWords } from '../language/language.ts'

interface CodeFieldProps {
  /** A recovery code is typed, in place of that of the authenticator. */
  readonly isRecovery?: boolean
  readonly error?: string | undefined
  readonly autoFocus?: boolean
  readonly className?: string
  readonly size?: string
  readonly value?: string
  readonly onChange?: (code: string) => void
}

/** The code of a second factor: the phone offers figures, and what it has received. */
export function CodeField({ isRecovery = false, onChange, ...rest }: CodeFieldProps) {
  const { signIn } = useWords()
  return (
    <TextInput
      {...rest}
      {...(onChange && { onChange: (event) => onChange(event.currentTarget.value) })}
      key={isRecovery ? 'recovery' : 'authenticator'}
      name="code"
      label={isRecovery ? signIn.recoveryCode : signIn.code}
      description={isRecovery ? signIn.recoveryCodeWhy : signIn.codeWhy}
      inputMode={isRecovery ? 'text' : 'numeric'}
      autoComplete={isRecovery ? 'off' : 'one-time-code'}
      autoCapitalize="off"
      spellCheck={false}
      maxLength={CODE_AT_MOST}
      required
      withAsterisk={false}
    />
  )
}
