/** A place a lower module leaves open for higher ones to fill, for example a row in the timeline. */
export type Slot<Filling> = { readonly name: string; readonly __filling?: Filling }
export const defineSlot = <Filling>(name: string): Slot<Filling> => ({ name })

export type Filled = { readonly slot: Slot<unknown>; readonly with: unknown }
/** The only way to make a `Filled`: it ties the filling's type to its slot. */
export const fill = <Filling>(slot: Slot<Filling>, filling: Filling): Filled => ({ slot, with: filling })

export type Slots = { of<Filling>(slot: Slot<Filling>): readonly Filling[] }

export const slotsFrom = (filled: readonly Filled[]): Slots => ({
  // `fill` is the only maker of Filled, so the type of what lies in a slot is known by its name.
  of: <Filling>(slot: Slot<Filling>) =>
    filled.filter((one) => one.slot.name === slot.name).map((one) => one.with as Filling),
})
