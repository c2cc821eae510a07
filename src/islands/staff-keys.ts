// Keys for who works in the queue all day. Each does what a link or button on the page does; nothing is hidden behind them.
// Who has switched them off (WCAG 2.1.4) does not get this file.
import { pressedKey } from './parts/pressed-key.ts'

const CURRENT = 'mek-table__row--current'

const rows = () => Array.from(document.querySelectorAll<HTMLElement>('[data-row]'))
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

function move(step: 1 | -1) {
  const all = rows()
  const now = all.findIndex((row) => row.classList.contains(CURRENT))
  const next = all[Math.min(Math.max(now + step, 0), all.length - 1)]
  if (!next) return
  all[now]?.classList.remove(CURRENT)
  next.classList.add(CURRENT)
  // The link takes the focus too, so that a screen reader says the row and Enter opens it without us.
  next.querySelector('a')?.focus()
}

/** Presses a button; a field gets the focus, its fold opened. */
function press(key: string) {
  const target = document.querySelector<HTMLElement>(`[data-key="${key}"]`)
  const fold = target?.closest('details')
  if (fold) fold.open = true
  if (isTyping(target ?? null)) target?.focus()
  else target?.click()
  return target !== null
}

function toggleHints() {
  const fold = document.querySelector('[data-key-hints]')?.closest('details')
  if (!fold) return
  fold.open = !fold.open
  if (fold.open) fold.querySelector('summary')?.focus()
}

const acts: Readonly<Record<string, () => void>> = {
  j: () => move(1),
  k: () => move(-1),
  Enter: () => {
    const href = document.querySelector<HTMLElement>(`.${CURRENT}`)?.dataset['row']
    if (href !== undefined) location.assign(href)
  },
  '/': () => document.querySelector<HTMLElement>('[data-search]')?.focus(),
  '?': toggleHints,
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
  const isOnControl = event.target instanceof HTMLElement && event.target.closest('a, button, summary') !== null
  if (event.key === 'Enter' && isOnControl) return
  const key = pressedKey(event)
  const act = acts[key]
  if (act) act()
  else if (!/^[a-z]$/.test(key) || !press(key)) return
  // Else the letter would be typed into the field that has the focus now.
  event.preventDefault()
})
