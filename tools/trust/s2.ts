import { routesOf } from '#test/support/route-table.ts'
import { swaps, tryAll, type Findings, type Swap } from '#test/support/access/try-all.ts'
import { makeWorld, type World } from '#test/support/access/world.ts'
import { startPortal } from '#test/support/portal.ts'
import { believeIds } from './support/believe-ids.ts'
import type { GoalOptions, GoalResult } from './support/goal.ts'
import { onEachServer } from './support/each-server.ts'

const COMBINATIONS = 20_000

/**
 * S2: every route × visitor × thing, ids swapped in path, query, body, header and cookie, against an independent model.
 * `isBroken` breaks it in two ways, one by one, and both must be seen: the right that the pages of accounts ask for is
 * forgotten, so that anybody who is signed in gets in; and an id that somebody put into the address or the form is believed.
 */
export async function s2({ isBroken = false, isQuick = false }: GoalOptions = {}): Promise<GoalResult> {
  const tried = isQuick ? (['none'] as const) : swaps
  const runs = isBroken
    ? [
        await attack(tried, () => onEachServer((app) => app.addHook('onRoute', forgetRight))),
        await attack(isQuick ? ['query'] : ['query', 'body'], believeIds),
      ]
    : [await attack(tried)]
  const combinations = runs.reduce((all, one) => all + one.combinations, 0)
  return {
    goal: 'S2',
    figure: `${runs.map(({ wrong }) => wrong.length).join(' and ')} leaks in ${combinations} combinations`,
    target: isQuick
      ? '0 leaks (swapped ids are judged in the long run)'
      : `0 leaks in at least ${COMBINATIONS} combinations`,
    pass: runs.some(({ wrong }) => wrong.length === 0) && (isQuick || isBroken || combinations >= COMBINATIONS),
  }
}

/** Tries everything once on a portal of its own. `breakIt` is told of the world once there is one, and gives what mends it. */
async function attack(
  tried: readonly Swap[],
  breakIt: (worldOf: () => World | undefined) => () => void = () => () => {},
): Promise<Findings> {
  let world: World | undefined
  const mend = breakIt(() => world)
  // One account asks here as often as a hundred would: a refusal for that is no answer to the question.
  const portal = await startPortal({ config: { limitFactor: 1000 } })
  try {
    world = await makeWorld(portal)
    const found = await tryAll(portal, world, routesOf(portal.app), tried)
    for (const one of found.wrong.slice(0, 20)) console.error(`  ${one}`)
    return found
  } finally {
    await portal.close()
    mend()
  }
}

function forgetRight(route: { config?: { access?: string } }) {
  if (route.config?.access === 'staffManage') route.config = { ...route.config, access: 'staff' }
}
