import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { openBrowser, visit, webFolder } from '../browser/open-browser.ts'
import { startTestCluster } from '../database/index.ts'
import { MIDDLE_OF_THE_NIGHT, type Night, openNight, VIEWER } from '../night/open-night.ts'
import { OWNER_EMAIL, OWNER_PASSWORD } from '../server/index.ts'
import { type Picture, pictures } from './pictures.ts'

const folder = fileURLToPath(new URL('../../../../docs/images', import.meta.url))

const SETTLED_MS = 800

const AFTER_THE_END_SECONDS = 40_000

const people = { lead: VIEWER, owner: { email: OWNER_EMAIL, password: OWNER_PASSWORD } }

type Browser = Awaited<ReturnType<typeof openBrowser>>

/**
 * Takes the pictures of the documentation from the example workspace, or those that are named.
 *
 * @returns the names of those that could not be taken
 */
async function makePictures(names: readonly string[]): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true })
  const failed = names.filter((name) => !pictures.some((picture) => picture.name === name))
  const cluster = await startTestCluster()
  const browser = await openBrowser()
  try {
    for (const when of ['planning', 'live', 'ended'] as const) {
      const wanted = pictures.filter(
        (picture) => picture.when === when && (names.length === 0 || names.includes(picture.name)),
      )
      if (wanted.length === 0) continue
      const night = await openNight(cluster.connectionString, webFolder)
      await nameTheOwner(night)
      await seeByTheClock(night)
      if (when !== 'planning')
        await night.playTo(when === 'live' ? MIDDLE_OF_THE_NIGHT : AFTER_THE_END_SECONDS)
      const company = when === 'live' ? await keepCompany(browser, night) : undefined
      for (const picture of wanted) {
        const taken = await take(browser, night, picture).catch((error: unknown) => String(error))
        if (typeof taken === 'string') failed.push(picture.name)
        else await writeFile(join(folder, `${picture.name}.png`), taken)
        process.stdout.write(`${picture.name}${typeof taken === 'string' ? `: ${taken}` : ''}\n`)
      }
      await company?.close()
      await night.close()
    }
  } finally {
    await browser.close()
    await cluster.stop()
  }
  return failed
}

/** Gives who runs the night a name of the same kind as those of the example. */
async function nameTheOwner({ server }: Night): Promise<void> {
  const { document } = await server.send('GET', '/core/me')
  const { id, type } = document['data'] as { id: string; type: string }
  await server.send('PATCH', '/core/me', {
    data: { type, id, attributes: { first_name: 'Mara', last_name: 'Lindqvist' } },
  })
}

/** Whoever is present is noted by a default of a column, which would keep the real clock. */
async function seeByTheClock({ server }: Night): Promise<void> {
  const client = new Client(server.connectionString)
  await client.connect()
  await client.query(`alter table presence alter since set default test_clock.now(),
    alter seen_at set default test_clock.now()`)
  await client.end()
}

/** Somebody else who looks at the task that runs over, as long as the pictures are taken. */
async function keepCompany(browser: Browser, night: Night) {
  const path = `/runbooks/${night.runbookId}/list?task=37`
  const visitor = await visit(browser, { ...people.owner, url: night.server.url, path })
  await visitor.page.locator('main').first().waitFor()
  return visitor
}

async function take(browser: Browser, night: Night, picture: Picture): Promise<Buffer> {
  const { path, who = 'lead', theme, language, width, height, isPhone = false, before } = picture
  const visitor = await visit(browser, {
    ...people[who],
    url: night.server.url,
    path: path.replace(':id', night.runbookId),
    ...(theme ? { theme } : {}),
    ...(language ? { language } : {}),
    ...(width ? { width } : {}),
    ...(height ? { height } : {}),
    ...(isPhone ? { context: { deviceScaleFactor: 2, hasTouch: true, isMobile: true } } : {}),
  })
  try {
    const { page } = visitor
    await page.locator('main').first().waitFor()
    await page.evaluate(() => document.fonts.ready)
    // Views arrive as chunks of their own, and are there when nothing has been added for a while.
    await page.waitForTimeout(SETTLED_MS)
    await before?.(page)
    await page.waitForTimeout(SETTLED_MS)
    for (const error of visitor.errors) process.stderr.write(`${picture.name}: ${error}\n`)
    return await page.screenshot({ animations: 'disabled' })
  } finally {
    await visitor.close()
  }
}

const failed = await makePictures(process.argv.slice(2))
if (failed.length > 0) {
  process.stderr.write(`Not taken: ${failed.join(', ')}\n`)
  process.exitCode = 1
}
