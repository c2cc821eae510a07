import type { Page } from 'playwright-core'
import type { Lang } from '#src/kernel/lang.ts'
import { may, type Role } from '#src/kernel/roles.ts'
import { CONSULTATIONS_TEAM, INTAKE_TEAM, PROTECTION_TEAM } from '#src/modules/staff/rules/team.ts'
import { paths } from '#src/paths.ts'
import { addCookies, newVisitor, type screens, type Stage } from './browser.ts'

type Options = {
  readonly lang?: Lang
  readonly hasScripts: boolean
  readonly screen?: keyof typeof screens
  /** Sits in the protection team as well. */
  readonly isProtector?: boolean
}

/** A browser in which somebody of this role is signed in. */
export async function signIn(
  stage: Stage,
  role: Role,
  { lang = 'ru', hasScripts, screen = 'desk', isProtector = false }: Options,
) {
  const teams = may(role, 'appealsRead') ? [INTAKE_TEAM, CONSULTATIONS_TEAM] : []
  if (isProtector && teams.length > 0) teams.push(PROTECTION_TEAM)
  const visitor = await newVisitor(stage, { hasScripts, screen })
  await addCookies(visitor.context, stage.address, await stage.portal.signIn(role, { lang, teams }))
  return visitor
}

/** Looks for an appeal as staff do, and says whether its page was opened. */
export async function findByNumber(page: Page, number: string): Promise<boolean> {
  await page.goto(paths.staffQueue('myTeam'))
  await page.fill('[name=number]', number)
  await page.locator('.mek-search__button').click()
  await page.locator('#what-next, #number-not-found').first().waitFor()
  return (await page.locator('#what-next').count()) === 1
}

/** Opens the fold of an act, unless it stands open. */
export async function openAct(page: Page, act: string) {
  const form = page.locator(`form#${act}`)
  if (!(await form.isVisible())) await page.locator('details', { has: form }).locator('> summary').click()
  return form
}
