import type { Filled } from '#src/kernel/form.ts'

// Never given back, whatever went wrong: the form's token, a secret, a password, a code.
const neverKept = /csrf|secret|word$|code/i
// Made by our own pages, or chosen from what they offer: it is sent again, and there is nothing in it to read.
const made =
  /^(?:key|formKey|version|kept|handOver|act|send|remove|move|draft|proof|from|next|seen|before|after|id|end|change|file|kind|kindIs|scope|state|keys|langs?|role|teams?|teamId|topic|topicId|staffId|country|citizenship|asWho|onBehalf|inDanger|ownPhone|here|mark|safeContact|phoneIs|outcome|currency|urgency|zone|channel|hasCalled|call|score|round|protection|isProvisional|which)$/
const chosen = /^[a-z][\w-]*$/

type Pair = readonly [name: string, value: string]

/** All that may be sent again, name by name. */
export const keptPairs = (typed: Filled): Pair[] =>
  Object.entries(typed)
    .filter(([name]) => !neverKept.test(name))
    .flatMap(([name, value]) => [value].flat().map((one): Pair => [name, one]))

/** Of those, what somebody composed and wants to read or copy. An own question's choice is an id, its words are not. */
export const wordsIn = (typed: Filled): string[] =>
  keptPairs(typed)
    .filter(
      ([name, value]) => value.trim() !== '' && !made.test(name) && !(name.startsWith('q-') && chosen.test(value)),
    )
    .map(([, value]) => value)
