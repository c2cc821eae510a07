import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Filled } from '#src/kernel/form.ts'
import { chosenKind } from '#src/modules/intake/forms/first-screens.ts'
import { markOf, type Draft } from '#src/modules/intake/keep-draft/draft.ts'
import { ChangedPage } from '#src/modules/intake/pages/changed-page.tsx'
import { withStep } from '#src/modules/intake/rules/draft.ts'
import { isOwnField } from '#src/modules/intake/rules/field-names.ts'
import { stepAfterSaving, type TypedStep } from '#src/modules/intake/rules/steps.ts'
import { paths } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { sendPage } from '#src/platform/http/page.ts'
import { inWords } from './checked-draft.tsx'
import { readNow } from './walk.ts'

type Changed = {
  /** As the other device left it. */
  readonly draft: Draft
  readonly step: TypedStep
  /** As it was posted here, and of that what is kept. */
  readonly filled: Filled
  readonly kept: Filled
}

/** Shows what was written here beside what was saved elsewhere; nothing of it is written yet. */
export function sendChanged(
  deps: AppDeps,
  { page }: FastifyRequest,
  reply: FastifyReply,
  { draft, step, filled, kept }: Changed,
) {
  const read = readNow(draft, deps)
  const content = withStep(draft.content, step, kept)
  const kind = step === 'who' ? chosenKind(filled) : undefined
  const mine = { ...draft, content: { ...content, kind: kind ?? content.kind } }
  // Answers to what this topic does not ask.
  const isOfOtherTopic = Object.keys(filled).some((name) => isOwnField(name) && !(name in kept))
  const next = stepAfterSaving(read.asked, read.done, step, filled['from'] === 'check')
  return sendPage(
    reply,
    409,
    <ChangedPage
      page={page}
      step={step}
      filled={filled}
      mine={isOfOtherTopic ? undefined : inWords(mine, readNow(mine, deps), page.lang)}
      theirs={inWords(draft, read, page.lang)}
      seen={markOf(draft.content, step)}
      next={paths.askStep(page.lang, next)}
    />,
  )
}
