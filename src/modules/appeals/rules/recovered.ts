import { z } from 'zod'

export type Money = { readonly amount: number; readonly currency: string }

const money = z.object({ amount: z.number(), currency: z.string() })

/**
 * What `closed` wrote into its event: the sum that was recovered, if one was. It stays there when the appeal is opened again
 * and the appeal itself has no outcome any more.
 */
export const recoveredIn = (details: Readonly<Record<string, unknown>>): Money | undefined =>
  money.safeParse(details['recovered']).data
