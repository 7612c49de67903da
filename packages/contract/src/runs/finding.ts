import { Type } from 'typebox'
import { defineResource, readOnly } from '../resource.ts'
import { Id, nullable, oneOf } from '../schema/scalars.ts'

export const findingSeverities = ['error', 'warning'] as const

export const finding = defineResource({
  type: 'finding',
  summary: 'What is wrong, or doubtful, with a plan before its start; its id is its place among the findings',
  attributes: {
    finding: readOnly(Type.String(), { note: 'As in `meta.finding` of a refused start.' }),
    severity: readOnly(oneOf(...findingSeverities), {
      note: 'An `error` stops a start, a `warning` does not.',
    }),
    task_id: readOnly(nullable(Id), { note: 'The task that it is about, by its number.' }),
    detail: readOnly(Type.String(), { note: 'One sentence for people.' }),
  },
  relationships: {},
})
