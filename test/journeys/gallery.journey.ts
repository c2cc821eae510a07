import { afterAll, beforeAll, describe, test } from 'vitest'
import { langs } from '#src/kernel/lang.ts'
import { paths } from '#src/paths.ts'
import { gallery } from '#src/ui/gallery.tsx'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  newVisitor,
  openStage,
  screens,
  type Stage,
} from './support/browser.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

describe.each(langs)('in %s', (lang) => {
  test.each(gallery.map(({ name }) => name))(
    'axe finds nothing in the sample "%s", and it fits 320 px',
    async (name) => {
      const { context, page } = await newVisitor(stage, { hasScripts: true, screen: 'desk' })
      await page.goto(paths.gallerySample(lang, name))
      await expectAccessible(page, `${name} (${lang})`)
      await page.setViewportSize(screens.narrow)
      await expectNoSidewaysScroll(page, `${name} (${lang})`)
      await context.close()
    },
  )
})
