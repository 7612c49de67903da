import type { ErrorCode, PlainSchema } from '@runsheet/contract'

/** A value that breaks a schema, and the code with which it is to be refused. */
export type WrongValue = readonly [code: ErrorCode, value: unknown]

/** At least one value for every rule of a schema, those of its parts included. */
export function wrongValues(schema: PlainSchema): WrongValue[] {
  const { anyOf = [], items, properties = {}, required = [] } = schema
  const own: WrongValue[] = []
  if (schema.type === 'string') own.push(...wrongTexts(schema))
  if (schema.minimum !== undefined) own.push(['out_of_range', schema.minimum - 1])
  if (schema.maximum !== undefined) own.push(['out_of_range', schema.maximum + 1])
  if ((schema.minItems ?? 0) > 0) own.push(['blank', []])
  if (schema.maxItems !== undefined)
    own.push(['too_long', Array.from({ length: schema.maxItems + 1 }, () => '')])
  if (required.length > 0) own.push(['missing_attribute', {}])
  return [
    ...own,
    ...anyOf.flatMap(wrongValues),
    ...(items ? wrongValues(items).map(([code, value]): WrongValue => [code, [value]]) : []),
    ...Object.entries(properties).flatMap(([name, member]) =>
      wrongValues(member).map(([code, value]): WrongValue => [code, { [name]: value }]),
    ),
  ]
}

function wrongTexts({ enum: words, minLength = 0, maxLength }: PlainSchema): WrongValue[] {
  if (words) return [['invalid_enum', 'nonsense']]
  const wrong: WrongValue[] = [['invalid_format', '\0'.repeat(Math.max(1, minLength))]]
  if (minLength > 0) wrong.push(['blank', ''])
  if (minLength > 1) wrong.push(['too_short', 'x'])
  if (maxLength !== undefined) wrong.push(['too_long', 'x'.repeat(maxLength + 1)])
  return wrong
}
