import type { Words } from '../en/index.ts'
import { access } from './access.ts'
import { account } from './account.ts'
import { app } from './app.ts'
import { clock } from './clock.ts'
import { comments } from './comments.ts'
import { dashboard } from './dashboard.ts'
import { dialogs } from './dialogs.ts'
import { fields } from './fields.ts'
import { history } from './history.ts'
import { home } from './home.ts'
import { importing } from './importing.ts'
import { list } from './list.ts'
import { log } from './log.ts'
import { map } from './map.ts'
import { people } from './people.ts'
import { phone } from './phone.ts'
import { roles } from './roles.ts'
import { run } from './run.ts'
import { settings } from './settings.ts'
import { signIn } from './sign-in.ts'
import { streams } from './streams.ts'
import { task } from './task.ts'
import { time } from './time.ts'
import { timeline } from './timeline.ts'
import { types } from './types.ts'
import { workspaces } from './workspaces.ts'

/** The interface in German. */
export const de: Words = {
  access,
  account,
  app,
  clock,
  comments,
  dashboard,
  dialogs,
  fields,
  history,
  home,
  importing,
  list,
  log,
  map,
  people,
  phone,
  roles,
  run,
  settings,
  signIn,
  streams,
  task,
  time,
  timeline,
  types,
  workspaces,
}
