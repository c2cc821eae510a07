/** Eleven bits a word: four words carry the 44 bits of a secret. */
export const WORDS_IN_A_LIST = 2048

/** A list of words for secrets: so many, each once, small letters only. */
export function findBrokenWords(list: readonly string[]): { line: number; what: string }[] {
  const seen = new Set<string>()
  const problems = list.flatMap((word, at) => {
    const what = seen.has(word)
      ? `"${word}" stands here a second time`
      : /^\p{Ll}+$/u.test(word)
        ? undefined
        : `"${word}" is not a word in small letters`
    seen.add(word)
    return what === undefined ? [] : [{ line: at + 1, what }]
  })
  if (list.length !== WORDS_IN_A_LIST) {
    problems.push({ line: list.length, what: `${list.length} words, not ${WORDS_IN_A_LIST}` })
  }
  return problems
}
