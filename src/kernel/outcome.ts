/** An expected "no" is a value. The refusal's name is also its text's key, so it is written in three languages or does not compile. */
export type Outcome<Value, Refusal extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal }

export const done = <Value>(value: Value) => ({ ok: true, value }) as const

export const refused = <Refusal extends string>(refusal: Refusal) => ({ ok: false, refusal }) as const
