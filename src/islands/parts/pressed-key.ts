/**
 * The key by its Latin name, whatever layout is on: in a Russian or Kyrgyz one the key of "j" types "о", that of "/" a dot,
 * and nobody switches layouts to move down a list.
 */
export function pressedKey({ key, code }: { readonly key: string; readonly code: string }): string {
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? []
  if (letter !== undefined && /^\p{Script=Cyrillic}$/u.test(key)) return letter.toLowerCase()
  if (code === 'Slash' && key === '.') return '/'
  if (code === 'Slash' && key === ',') return '?'
  return key
}
