import { Type } from 'typebox'
import { writable } from '../resource.ts'
import { Flag, Name, nullable, Phone } from '../schema/scalars.ts'

/** What people tell about themselves, and by which ways they want to be reached. */
export const profileMembers = {
  job_title: writable(nullable(Name)),
  phone: writable(nullable(Phone), { note: 'E.164. Told to yourself and to whoever manages people.' }),
  email_opt_in: writable(Flag, { note: 'Messages by mail.' }),
  sms_opt_in: writable(Flag, { note: 'Messages by SMS.' }),
  push_opt_in: writable(Flag, { note: 'Messages in the browser.' }),
  memorable_word: writable(nullable(Type.String({ minLength: 1, maxLength: 64, format: 'line' })), {
    note: 'Stands in messages to you, so that you know them for real. Told to nobody else.',
  }),
}
