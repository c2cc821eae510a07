/** Whether the answers meet a condition of the catalogue; an answer not given meets none. */
export function isMet(answers: readonly string[], op: string, wanted: unknown): boolean {
  if (answers.length === 0) return false
  const words = (Array.isArray(wanted) ? wanted : [wanted]).map(String)
  if (op === '>=') return Number(answers[0]) >= Number(words[0])
  const isIn = answers.some((answer) => words.includes(answer))
  return op === '!=' ? !isIn : isIn
}
