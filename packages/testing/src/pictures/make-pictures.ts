import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openBrowser, visit, webFolder } from '../browser/open-browser.ts'
import { startTestCluster } from '../database/index.ts'
import { MIDDLE_OF_THE_NIGHT, type Night, openNight, VIEWER } from '../night/open-night.ts'
import { type Picture, pictures } from './pictures.ts'

const folder = fileURLToPath(new URL('../../../../docs/images', import.meta.url))

const SETTLED_MS = 800

/** Takes the pictures of the documentation from the example workspace, or those that are named. */
async function makePictures(names: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true })
  const cluster = await startTestCluster()
  const browser = await openBrowser()
  try {
    for (const when of ['planning', 'live', 'ended'] as const) {
      const wanted = pictures.filter(
        (picture) => picture.when === when && (names.length === 0 || names.includes(picture.name)),
      )
      if (wanted.length === 0) continue
      const night = await openNight(cluster.connectionString, webFolder)
      if (when !== 'planning') await night.playTo(when === 'live' ? MIDDLE_OF_THE_NIGHT : 40_000)
      for (const picture of wanted) {
        await writeFile(join(folder, `${picture.name}.png`), await take(browser, night, picture))
        process.stdout.write(`${picture.name}\n`)
      }
      await night.close()
    }
  } finally {
    await browser.close()
    await cluster.stop()
  }
}

async function take(
  browser: Awaited<ReturnType<typeof openBrowser>>,
  night: Night,
  picture: Picture,
): Promise<Buffer> {
  const { path, theme, language, width, height, isPhone = false, before } = picture
  const visitor = await visit(browser, {
    ...VIEWER,
    url: night.server.url,
    path: path.replace(':id', night.runbookId),
    ...(theme ? { theme } : {}),
    ...(language ? { language } : {}),
    ...(width ? { width } : {}),
    ...(height ? { height } : {}),
    ...(isPhone ? { context: { deviceScaleFactor: 2, hasTouch: true, isMobile: true } } : {}),
  })
  const { page } = visitor
  await page.locator('main').first().waitFor()
  await page.evaluate(() => document.fonts.ready)
  // Views arrive as chunks of their own, and are there when nothing has been added for a while.
  await page.waitForTimeout(SETTLED_MS)
  await before?.(page)
  await page.waitForTimeout(SETTLED_MS)
  const picturePng = await page.screenshot({ animations: 'disabled' })
  for (const error of visitor.errors) process.stderr.write(`${picture.name}: ${error}\n`)
  await visitor.close()
  return picturePng
}

await makePictures(process.argv.slice(2))
