import { type Static, type TSchema, Type } from 'typebox'
import { MAX_DURATION_SECONDS, RICH_TEXT_AT_MOST } from './limits.ts'

export * from './limits.ts'

/** An id on the wire: a decimal integer in a JSON string. */
export const Id = Type.String({ pattern: '^[0-9]{1,19}$', format: 'id' })

/** A UUID (RFC 9562) that a client makes up. */
export const Uuid = Type.String({ format: 'uuid' })

/** An instant: ISO 8601 with a zone; answers are in UTC with `Z` and whole seconds. */
export const Timestamp = Type.String({ format: 'date-time' })

/** The `ETag` of a resource, with its quotes. */
export const EntityTag = Type.String({ maxLength: 255, format: 'etag' })

/** Whole seconds, not negative. */
export const DurationSeconds = Type.Integer({ minimum: 0, maximum: MAX_DURATION_SECONDS })

/** A one-line name. */
export const Name = Type.String({ minLength: 1, maxLength: 255, format: 'line' })

/** A short form of a name, for programs. */
export const Key = Type.String({ minLength: 1, maxLength: 64, format: 'key' })

/** The name of an icon, which clients know how to draw. */
export const Icon = Type.String({ minLength: 1, maxLength: 64, format: 'key' })
/** An e-mail address. */
export const Email = Type.String({ minLength: 1, maxLength: 320, format: 'email' })

/** A telephone number as ITU-T E.164 writes it: `+` and up to 15 digits. */
export const Phone = Type.String({ maxLength: 16, format: 'phone' })

/** Text of a page or so; may be empty. */
export const Text = Type.String({ maxLength: 20_000 })

/** Rich text: a small HTML subset, everything else is stripped by the server. */
export const RichText = Type.String({ maxLength: RICH_TEXT_AT_MOST, format: 'html' })

/** An absolute http or https URL without credentials in it. */
export const HttpUrl = Type.String({ minLength: 1, maxLength: 2_000, format: 'http-url' })

/** An IANA zone name such as `Europe/Berlin`. */
export const Timezone = Type.String({ maxLength: 64, format: 'timezone' })

/** A CSS colour: `#f0f0f0` or `rgb(0,0,0)`. */
export const Color = Type.String({ maxLength: 32, format: 'color' })

export const Flag = Type.Boolean()

/** One of a closed list of words. */
export function oneOf<const V extends readonly string[]>(...values: V) {
  return Type.Unsafe<V[number]>({ type: 'string', enum: [...values] })
}

/** The schema, or null. */
export function nullable<S extends TSchema>(schema: S) {
  return Type.Union([schema, Type.Null()])
}

export const ragStatuses = ['off', 'red', 'amber', 'green'] as const
/** Red, amber, green: set by people, never computed. */
export const RagStatus = oneOf(...ragStatuses)

/** The value of one custom field, as it is read. */
export const CustomFieldValue = Type.Object({
  custom_field_id: Id,
  name: Type.String(),
  display_name: nullable(Type.String()),
  value: Type.Union([Type.String(), Type.Array(Type.String()), Type.Null()]),
  read_only: Flag,
})
export type CustomFieldValue = Static<typeof CustomFieldValue>

/** The value of one custom field, as it is written: named by id or by internal name; the id wins when both are sent. */
export const CustomFieldWrite = Type.Object({
  custom_field_id: Type.Optional(Id),
  name: Type.Optional(Type.String({ maxLength: 255 })),
  value: Type.Union([
    Type.String({ maxLength: 20_000 }),
    Type.Array(Type.String({ maxLength: 1_000 }), { maxItems: 500 }),
    Type.Null(),
  ]),
})
export type CustomFieldWrite = Static<typeof CustomFieldWrite>
