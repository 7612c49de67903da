import type { MailSettings } from '@runsheet/core'
import { UsageError } from '../commands/command.ts'
import type { SettingName, Settings } from '../settings/settings.ts'

/** The settings by which mail is sent. */
export const mailSettingNames = ['smtpUrl', 'mailFrom', 'publicUrl'] as const satisfies readonly SettingName[]

/**
 * How mail is sent, or undefined when it is not.
 *
 * @throws {UsageError} without a public address: a link in a mail must not lead to where a request claims that we are
 */
export function mailSettingsOf({
  smtpUrl,
  mailFrom,
  publicUrl,
}: Pick<Settings, (typeof mailSettingNames)[number]>): MailSettings | undefined {
  if (smtpUrl === undefined) return undefined
  if (publicUrl === undefined)
    throw new UsageError('RUNSHEET_SMTP_URL needs RUNSHEET_PUBLIC_URL: links in mail lead there.')
  return { smtpUrl, publicUrl, from: mailFrom ?? `Runsheet <runsheet@${new URL(publicUrl).hostname}>` }
}
