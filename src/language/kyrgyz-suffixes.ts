// Vowel of the suffix by the word's last vowel: Москвада, Бишкекте, Токиодо, Түркөйдө. After у and ю it is а.
const harmony = [
  { after: 'аяыую', vowel: 'а' },
  { after: 'еэи', vowel: 'е' },
  { after: 'оё', vowel: 'о' },
  { after: 'өү', vowel: 'ө' },
] as const

const VOICELESS = 'пткфхсцчшщ'

/** "In" a place: the Kyrgyz locative, Бишкек → Бишкекте. For names in Cyrillic letters; a final ь gives way. */
export function kyIn(place: string): string {
  const stem = place.endsWith('ь') ? place.slice(0, -1) : place
  const letters = Array.from(stem.toLowerCase())
  const vowel = letters.map(vowelAfter).findLast((found) => found !== undefined) ?? 'а'
  const consonant = VOICELESS.includes(letters.at(-1) ?? '') ? 'т' : 'д'
  return `${stem}${consonant}${vowel}`
}

const vowelAfter = (letter: string) => harmony.find(({ after }) => after.includes(letter))?.vowel
