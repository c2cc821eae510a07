/** The screens, in order. `questions` is left out where the topic asks nothing of this person. */
export const steps = ['who', 'topic', 'words', 'questions', 'files', 'contact', 'check'] as const
export type Step = (typeof steps)[number]
/** Screens that leave something in the draft. Files are kept as they come. */
export const typedSteps = ['who', 'topic', 'words', 'questions', 'contact'] as const
export type TypedStep = (typeof typedSteps)[number]

export const isStep = (text: string): text is Step => (steps as readonly string[]).includes(text)
export const isTypedStep = (text: string): text is TypedStep => (typedSteps as readonly string[]).includes(text)

export const stepsFor = (hasQuestions: boolean): readonly Step[] =>
  steps.filter((step) => step !== 'questions' || hasQuestions)

export const stepBefore = (asked: readonly Step[], step: Step): Step | undefined => asked[asked.indexOf(step) - 1]
export const stepAfter = (asked: readonly Step[], step: Step): Step | undefined => asked[asked.indexOf(step) + 1]

/** The first screen that is not done yet; `check` when all are. A person cannot jump beyond it. */
export const firstOpen = (asked: readonly Step[], done: ReadonlySet<Step>): Step =>
  asked.find((step) => step !== 'files' && step !== 'check' && !done.has(step)) ?? 'check'

/** Where a saved screen leads: onward, or back to the check page for one who came from there and left nothing open. */
export function stepAfterSaving(
  asked: readonly Step[],
  done: ReadonlySet<Step>,
  step: Step,
  cameFromCheck: boolean,
): Step {
  const open = firstOpen(asked, done)
  const isBack = (target: Step) => asked.indexOf(target) <= asked.indexOf(step)
  if (cameFromCheck || isBack(open)) return open
  return stepAfter(asked, step) ?? 'check'
}
