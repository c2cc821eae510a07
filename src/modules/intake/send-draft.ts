import type { Outcome } from '#src/kernel/outcome.ts'
import {
  findReceipt,
  openAppeal,
  type OpenAppealDeps,
  type OpenAppealInput,
  type Receipt,
} from '#src/modules/appeals/index.ts'
import type { ReadDraft } from './forms/whole-draft.ts'
import { commonAnswers } from './forms/whole-draft.ts'
import { emptyDraft, type Draft, type Sender } from './keep-draft/draft.ts'
import { mayUse } from './rules/reach.ts'

type Complete = { readonly [Part in 'who' | 'topic' | 'words' | 'contact']: NonNullable<ReadDraft[Part]> } & ReadDraft

/** Whether nothing that must be answered is open. */
export const isComplete = (read: ReadDraft): read is Complete => read.open === 'check'

/**
 * Makes an appeal of a draft and empties it. A draft that was sent already gives the same receipt, or 'alreadyReceived'.
 * 'busy': nothing was written and the draft is as it was. Undefined: something is still open, the draft was not sent.
 */
export async function sendDraft(
  deps: OpenAppealDeps,
  draft: Draft,
  read: ReadDraft,
  sender: Sender,
): Promise<Outcome<Receipt, 'alreadyReceived' | 'busy'> | undefined> {
  if (draft.isSent) return findReceipt(deps, draft.formKey)
  if (!isComplete(read)) return undefined
  const outcome = await openAppeal(deps, inputFrom(draft, read))
  // A stop before this line leaves the draft as it was: sending it again finds the appeal by its form key.
  if (outcome.ok) await emptyDraft(deps, draft, sender)
  return outcome
}

function inputFrom(draft: Draft, { who, topic, words, contact, ownAnswers = {}, timeZone }: Complete): OpenAppealInput {
  const { email, phone, name, pin, reach, way, wantsProtection } = contact
  return {
    formKey: draft.formKey,
    kind: draft.content.kind,
    topicId: topic.id,
    lang: who.lang,
    message: words.message,
    answers: { ...commonAnswers(who), ...ownAnswers, ...(way === undefined ? {} : { safeContact: way }) },
    country: who.country,
    city: who.city,
    citizenship: who.citizenship,
    asWho: who.asWho,
    onBehalf: who.onBehalf,
    inDanger: who.inDanger,
    wantsProtection,
    person: {
      name,
      pin: pin?.value,
      contacts: [
        ...(email === undefined ? [] : [{ kind: 'email', value: email, isSafe: mayUse(way, 'email') } as const]),
        ...(phone === undefined ? [] : [{ kind: 'phone', value: phone, isSafe: mayUse(way, 'phone') } as const]),
      ],
      isSafe: reach,
      safeContact: way,
    },
    channel: draft.channel,
    filedBy: draft.filedBy,
    timeZone,
    draft: { id: draft.id, wrappedKey: draft.wrappedKey },
  }
}
