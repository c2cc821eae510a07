import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { vi } from 'vitest'
import { chromiumFlags, obtainChromium } from '#tools/find-chromium.mjs'
import { startPortal } from '#test/support/portal.ts'

/** A phone of 60 dollars and a desk; the narrowest screen we promise anything on. */
export const screens = {
  phone: { width: 360, height: 740 },
  narrow: { width: 320, height: 640 },
  desk: { width: 1280, height: 900 },
} as const

export type Stage = Awaited<ReturnType<typeof openStage>>

/** A portal that listens on a port of this machine, and a browser with nothing in it. `flags`: besides those every browser gets. */
export async function openStage({ flags = [] }: { readonly flags?: readonly string[] } = {}) {
  const portal = await startPortal({ config: { isDev: true } })
  const address = await portal.app.listen({ port: 0, host: '127.0.0.1' })
  const browser = await chromium.launch({
    executablePath: await obtainChromium(),
    args: [...chromiumFlags, ...flags],
    // As on a phone: without a locale the browser would name no download in Cyrillic.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  })
  return {
    portal,
    address,
    browser,
    async close() {
      await browser.close()
      await portal.close()
    },
  }
}

type VisitorOptions = { readonly hasScripts: boolean; readonly screen?: keyof typeof screens }

/** Somebody with a browser of their own: no cookies, no cache of anybody else's. */
export async function newVisitor(
  stage: { browser: Browser; address: string },
  { hasScripts, screen = 'phone' }: VisitorOptions,
) {
  const context = await stage.browser.newContext({
    javaScriptEnabled: hasScripts,
    viewport: screens[screen],
    baseURL: stage.address,
  })
  // Well before the test itself gives up, so that it says what it waited for.
  context.setDefaultTimeout(15_000)
  return { context, page: await context.newPage() }
}

/** Puts a session into a browser, as signing in would. */
export const addCookies = (context: BrowserContext, address: string, cookies: Readonly<Record<string, string>>) =>
  context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: address })))

/** What one sees after "back". A page that may not be kept can end in the browser's own words, which take a moment. */
export async function goBack(page: Page): Promise<string> {
  await page.goBack().catch(() => undefined)
  return vi.waitFor(() => page.content(), { timeout: 5000 })
}
