import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { langs } from '#src/kernel/lang.ts'
import { paths } from '#src/paths.ts'
import { gallery } from '#src/ui/gallery.tsx'
import { newVisitor, openStage, type Stage } from './support/browser.ts'
import { axeFaults, narrowFaults } from './support/inspect.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

describe.each(langs)('in %s', (lang) => {
  test('every sample of our pieces fits 320 px and suits a finger, and axe finds nothing in it', async () => {
    const { context, page } = await newVisitor(stage, { hasScripts: true, screen: 'narrow' })
    const faults: string[] = []
    for (const { name } of gallery) {
      await page.goto(paths.gallerySample(lang, name))
      faults.push(...(await narrowFaults(page, `${name} (${lang})`)))
      // The structure is the same in each language; the real pages are looked at in all of them.
      if (lang === 'ky') faults.push(...(await axeFaults(page, name)))
    }
    expect(faults).toEqual([])
    await context.close()
  })
})
