import type { CsvFault, Expected, HeaderFault, JsonFault, Nothing, RequestPart } from '../about.ts'
import { badRequest } from './entry.ts'

/** 400: the request cannot be read as one for this API, whoever sends it. */
export const requestErrors = {
  bad_request: badRequest<{ part: RequestPart }>(
    'The request is not well-formed HTTP, or its URL or headers are too long or wrongly encoded, or it did not arrive in time, and no other code says it better.',
    'Look at the part that the detail names; most HTTP libraries build it correctly when they are given plain values.',
  ),
  invalid_json: badRequest<JsonFault>(
    'The body is not JSON in UTF-8, names a member twice in one object, or is nested too deeply.',
    'Send the output of a JSON serialiser; the detail says where reading stopped.',
  ),
  invalid_csv: badRequest<{ fault: CsvFault; line: number }>(
    'The file of an import is not CSV in UTF-8: a quotation mark is not closed, a row has more cells than the header, or there is no header.',
    'Correct the line that the detail names, or export the sheet again as CSV (UTF-8).',
  ),
  missing_body: badRequest<Nothing>('The endpoint needs a body and none was sent.', 'Send a JSON document.'),
  invalid_document: badRequest<{ name: string; expected: Expected }>(
    'The body is JSON but not the document that the endpoint takes: `data` is missing or is not an object (or a list where one is needed).',
    'Wrap the resource in `{"data": {"type": …, "attributes": {…}}}`.',
  ),
  unknown_parameter: badRequest<{ parameter: string; allowed?: readonly string[] }>(
    'The endpoint does not have this query parameter. Parameters are never ignored silently.',
    'Remove it or correct its spelling; the reference lists the parameters of each endpoint.',
  ),
  invalid_parameter: badRequest<{ parameter: string; expected: Expected }>(
    'The value of a query parameter has the wrong form: no date, no id, not true or false.',
    'Send the form that the detail names.',
  ),
  invalid_filter_value: badRequest<{ parameter: string; value: string; allowed: readonly string[] }>(
    'A filter was given a value that the attribute can never have.',
    'Use one of the values in `meta.allowed`.',
  ),
  invalid_sort: badRequest<{ value: string; allowed: readonly string[] }>(
    '`sort` names a field that does not exist or by which this list cannot be sorted.',
    'Use one of the fields in the detail, with a leading `-` for descending order.',
  ),
  invalid_include: badRequest<{ value: string; allowed: readonly string[] }>(
    '`include` names a relationship that this endpoint cannot include.',
    'Use the relationships in the detail, separated by commas.',
  ),
  invalid_fields: badRequest<{ value: string; allowed: readonly string[] }>(
    '`fields[…]` names a type or a field that does not exist.',
    'Use the names in the detail, separated by commas.',
  ),
  invalid_page: badRequest<{ parameter: string; minimum?: number; maximum?: number; mixed_with?: string }>(
    'A page number, size, offset or limit is out of range, or two ways of paging are mixed in one request.',
    'Follow `links.next`, or use one way of paging with values in the range that the detail names.',
  ),
  invalid_header: badRequest<{ header: string; reason: HeaderFault }>(
    'A header is missing where it is needed, or its value cannot be used.',
    'Correct the header that the detail names.',
  ),
  invalid_core_url: badRequest<{ value: string }>(
    '`Core-Url` is not an absolute http(s) URL, or this API does not know the instance that it names.',
    'Send the whole address of the instance, scheme included, or leave the header out.',
  ),
  invalid_api_version: badRequest<{ value: string; earliest: string }>(
    '`Api-Version` is not a date, or is earlier than the first version.',
    'Send a date such as `2022-02-22`, or leave the header out.',
  ),
  not_acceptable: badRequest<{ value: string }>(
    '`Accept` excludes what the endpoint can answer with.',
    'Accept `application/json`, or leave the header out.',
  ),
  payload_too_large: badRequest<{ limit: number }>(
    'The body is larger than the endpoint takes; the limit is in bytes.',
    'Send less at once, for example in several requests.',
  ),
  unsupported_media_type: badRequest<{ value: string; allowed: readonly string[] }>(
    '`Content-Type` names a format that the endpoint does not read.',
    'Send one of the formats in the detail and name it in `Content-Type`.',
  ),
}
