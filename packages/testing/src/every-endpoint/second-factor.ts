import { createHash } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import { sealSecret } from '@runsheet/core'
import { OWNER_PASSWORD, SECRET_KEY, type TestServer } from '../server/index.ts'
import type { Scene } from './scene.ts'

/** What the authenticator of the Owner holds. */
export const FACTOR_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
export const RECOVERY_CODE = 'k7wq-2m9d-x4tz-8hrb'

/** The Owner, with the password of the beginning, and a second factor or none. */
export const withFactor =
  (state: 'none' | 'pending' | 'confirmed') =>
  async ({ core }: TestServer, scene: Scene): Promise<Scene> => {
    const { writes } = core.database
    await writes
      .updateTable('app_user')
      .set({ password_hash: await hash(OWNER_PASSWORD) })
      .where('id', '=', 1)
      .execute()
    await writes.deleteFrom('recovery_code').execute()
    await writes.deleteFrom('second_factor').execute()
    if (state === 'none') return scene
    await writes
      .insertInto('second_factor')
      .values({
        user_id: 1,
        secret: sealSecret({ secretKey: SECRET_KEY }, FACTOR_SECRET),
        confirmed_at: state === 'pending' ? null : new Date().toISOString(),
        last_step: 0,
        changed_seq: 1,
      })
      .execute()
    const code = createHash('sha256').update(RECOVERY_CODE.replaceAll('-', '')).digest()
    await writes.insertInto('recovery_code').values({ user_id: 1, hash: code, used_at: null }).execute()
    return scene
  }
