import { errorCodes } from '../errors/index.ts'
import { Id } from '../schema/scalars.ts'
import { closed, type Json, published, ref } from './json-schema.ts'

const count = { type: 'integer', minimum: 0 } as const
const link = { type: ['string', 'null'], format: 'uri-reference' } as const

/** The components that belong to no resource. */
export const sharedSchemas: Json = {
  Id: { ...published(Id), description: 'A decimal integer in a string.' },
  Errors: closed({ errors: { type: 'array', minItems: 1, items: ref('Error') } }, ['errors'], {
    description: 'The body of every refusal and fault. All entries have the status of the answer.',
  }),
  Error: closed(
    {
      id: { type: 'string', description: 'The id of the request, as in `X-Request-Id` and in the log.' },
      status: { type: 'string', pattern: '^[45][0-9]{2}$' },
      code: {
        type: 'string',
        enum: errorCodes,
        description: 'The only member to branch on. Codes never change; new ones may come.',
      },
      title: { type: 'string', description: 'What the status is called, in the language asked for.' },
      detail: { type: 'string', description: 'One or two sentences for people, in the language asked for.' },
      source: {
        description: 'The place in the request that is wrong.',
        anyOf: [
          closed({ pointer: { type: 'string', description: 'In the body (RFC 6901).' } }, ['pointer']),
          closed({ parameter: { type: 'string', description: 'In the query.' } }, ['parameter']),
          closed({ header: { type: 'string' } }, ['header']),
        ],
      },
      meta: {
        type: 'object',
        additionalProperties: true,
        description: 'Particulars for programs, such as `allowed` or `retry_after`.',
      },
    },
    ['id', 'status', 'code', 'title', 'detail'],
  ),
  ResourceLinks: {
    type: 'object',
    properties: { self: { type: 'string', format: 'uri-reference' } },
    additionalProperties: { type: 'string' },
    description: 'Path-absolute; values are strings, never null.',
  },
  RelationshipLinks: {
    type: 'object',
    properties: { related: { type: 'string', format: 'uri-reference' } },
    additionalProperties: { type: 'string' },
  },
  ResourceMeta: closed({
    permissions: {
      type: 'array',
      description: 'What the caller may do.',
      items: closed({ type: { type: 'string' }, resource: { type: 'string' } }, ['type', 'resource']),
    },
    etag: { type: 'string', description: 'Of a task: its `ETag`.' },
    users_count: { ...count, description: 'Of a runbook team: its members.' },
    message: {
      ...closed({ plain: { type: 'string' } }, ['plain']),
      description: 'Of an activity: the entry as one sentence.',
    },
  }),
  PageLinks: closed(
    { self: { type: 'string', format: 'uri-reference' }, first: link, prev: link, next: link, last: link },
    ['self', 'first', 'prev', 'next', 'last'],
    { description: 'Absolute, with every parameter of the request. `next` is null on the last page.' },
  ),
  PageMeta: closed(
    {
      number: { type: 'integer', minimum: 1 },
      size: {
        type: 'integer',
        minimum: 0,
        description: 'In forecast mode, where one page holds all: their number.',
      },
      total: { ...count, description: 'Records in the whole list.' },
      pages: count,
    },
    ['number', 'size', 'total', 'pages'],
  ),
  ListMeta: closed(
    {
      page: ref('PageMeta'),
      total: { ...count, description: 'With `page[limit]` and `page[offset]` only.' },
      limit: { ...count, description: 'With `page[limit]` and `page[offset]` only.' },
      offset: { ...count, description: 'With `page[limit]` and `page[offset]` only.' },
      as_of: { type: 'string', format: 'date-time', description: 'The instant of the forecast.' },
      sequence: { ...count, description: 'Of a runbook: the last event that this document holds.' },
    },
    ['page'],
  ),
  DocumentMeta: closed({
    as_of: { type: 'string', format: 'date-time', description: 'The instant of the forecast.' },
    status: {
      type: 'string',
      enum: ['started', 'paused', 'resumed', 'cancelled', 'planning'],
      description: 'Of an action on a run: what has become of it, in one word.',
    },
    findings: {
      type: 'array',
      items: closed(
        {
          finding: { type: 'string' },
          severity: { type: 'string', enum: ['error', 'warning'] },
          task: { type: ['string', 'null'], description: 'The number of the task that it is about.' },
          detail: { type: 'string', description: 'One sentence for people.' },
        },
        ['finding', 'severity', 'task', 'detail'],
      ),
      description:
        'What the checks before a start found, when it was started in spite of it; the first 1 000.',
    },
    sequence: { ...count, description: 'Of a runbook: the last event that this document holds.' },
    findings_total: { ...count, description: 'How many findings there are in all.' },
    custom_field_values_dropped: {
      type: 'array',
      items: closed({ custom_field_id: ref('Id'), name: { type: 'string' }, values: count }, [
        'custom_field_id',
        'name',
        'values',
      ]),
      description:
        'Of a copy into another workspace: fields of the old one, and how many values of them did not come along.',
    },
    task_types_replaced: {
      type: 'array',
      items: closed({ task_type_id: ref('Id'), name: { type: 'string' }, tasks: count }, [
        'task_type_id',
        'name',
        'tasks',
      ]),
      description:
        'Of a copy into another workspace: task types of the old one, and how many tasks got the default type instead.',
    },
    dry_run: { type: 'boolean', description: 'Nothing was changed.' },
    values: closed(
      {
        kept: count,
        converted: count,
        lost: count,
        lost_of_runbooks: count,
        lost_of_tasks: count,
        examples: {
          type: 'array',
          items: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
          description: 'Some of those that would be lost.',
        },
      },
      ['kept', 'converted', 'lost', 'lost_of_runbooks', 'lost_of_tasks', 'examples'],
      { description: 'Of a change of a custom field: what becomes of its values, in numbers of values.' },
    ),
  }),
  ImportMeta: closed(
    {
      created: { ...count, description: 'Tasks.' },
      streams_created: count,
      streams: {
        type: 'array',
        items: closed({ name: { type: 'string' }, parent: { type: ['string', 'null'] } }, ['name', 'parent']),
        description: 'The streams that were not there, by name, each after its parent.',
      },
      renumbered: {
        type: 'array',
        items: closed({ label: { type: 'string' }, id: ref('Id') }, ['label', 'id']),
        description: 'Labels of the file that are not the number of their task.',
      },
      teams_created: count,
      teams: {
        type: 'array',
        items: { type: 'string' },
        description: 'The teams that were not there and were made, by name.',
      },
      dry_run: { type: 'boolean', description: 'Nothing was changed.' },
    },
    ['created', 'streams_created', 'streams', 'renumbered', 'teams_created', 'teams', 'dry_run'],
  ),
  PeopleImportMeta: closed(
    {
      people: { ...count, description: 'People of the file.' },
      added: { ...count, description: 'Of them, those who were added to something.' },
      teams_created: count,
      teams: {
        type: 'array',
        items: { type: 'string' },
        description: 'The teams that were not there and were made, by name.',
      },
      dry_run: { type: 'boolean', description: 'Nothing was changed.' },
    },
    ['people', 'added', 'teams_created', 'teams', 'dry_run'],
  ),
}
