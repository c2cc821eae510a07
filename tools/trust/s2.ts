import { routesOf } from '#test/support/route-table.ts'
import { swaps, tryAll } from '#test/support/access/try-all.ts'
import { makeWorld } from '#test/support/access/world.ts'
import { startPortal } from '#test/support/portal.ts'
import type { GoalOptions, GoalResult } from './support/goal.ts'
import { onEachServer } from './support/each-server.ts'

/**
 * S2: every route × visitor × thing, ids swapped in path, query, body, header and cookie, against an independent model.
 * `isBroken` forgets the right that the pages of accounts ask for: anybody who is signed in gets in.
 */
export async function s2({ isBroken = false, isQuick = false }: GoalOptions = {}): Promise<GoalResult> {
  const forget = isBroken ? onEachServer((app) => app.addHook('onRoute', forgetRight)) : () => {}
  const portal = await startPortal()
  try {
    const world = await makeWorld(portal)
    const { combinations, wrong } = await tryAll(portal, world, routesOf(portal.app), isQuick ? ['none'] : swaps)
    for (const one of wrong.slice(0, 20)) console.error(`  ${one}`)
    return {
      goal: 'S2',
      figure: `${wrong.length} leaks in ${combinations} combinations`,
      target: isQuick ? '0 leaks' : '0 leaks in at least 20,000 combinations',
      pass: wrong.length === 0 && (isQuick || combinations >= 20_000),
    }
  } finally {
    await portal.close()
    forget()
  }
}

function forgetRight(route: { config?: { access?: string } }) {
  if (route.config?.access === 'staffManage') route.config = { ...route.config, access: 'staff' }
}
