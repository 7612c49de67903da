import { Type } from 'typebox'
import { permissions } from '../endpoint.ts'
import { defineResource, readOnly, toMany, toOne } from '../resource.ts'
import { roleScopes } from '../roles/resource.ts'
import { Flag, Id, nullable, oneOf } from '../schema/scalars.ts'

export const access = defineResource({
  type: 'access',
  summary:
    'Whether a person may do something in a place, and why; its id is the place of the permission among all of them',
  attributes: {
    permission: readOnly(oneOf(...permissions)),
    may: readOnly(Type.String(), { note: 'What is allowed, in words, after "may".' }),
    allowed: readOnly(Flag),
    visible: readOnly(Flag, {
      note: 'Where it is not allowed: `true` is refused with 403, `false` with 404, because the person may not know of it.',
    }),
    because: readOnly(
      Type.Array(
        Type.Object({
          role: Type.String(),
          resource_type: nullable(oneOf(...roleScopes)),
          resource_id: nullable(Id),
        }),
      ),
      {
        note: 'What it is allowed by: roles, each with what it is held on, `assignee` and `author`. Empty where anybody may.',
      },
    ),
    required: readOnly(Type.Array(Type.String()), {
      note: 'What would do, the nearest first, as in `meta.required` of a refusal.',
    }),
  },
  relationships: {
    user: toOne('user'),
    able: toMany('user', 'read', {
      note: 'Where it is seen and not allowed: some of those who may do it here, and so could help.',
    }),
  },
})
