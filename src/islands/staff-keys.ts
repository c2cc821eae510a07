// Keys for who works in the queue all day. Each does what a link or button on the page does; nothing is hidden behind them.
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

const press = (selector: string) => document.querySelector<HTMLElement>(selector)?.click()

const acts: Readonly<Record<string, () => void>> = {
  j: () => move(1),
  k: () => move(-1),
  Enter: () => {
    const href = document.querySelector<HTMLElement>(`.${CURRENT}`)?.dataset['row']
    if (href !== undefined) location.assign(href)
  },
  '/': () => document.querySelector<HTMLElement>('[data-search]')?.focus(),
  '?': () => document.querySelector('[data-key-hints]')?.scrollIntoView({ block: 'center' }),
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
  const isOnControl = event.target instanceof HTMLElement && event.target.closest('a, button, summary') !== null
  if (event.key === 'Enter' && isOnControl) return
  const act = acts[event.key]
  if (act) act()
  else if (/^[a-z]$/.test(event.key)) press(`[data-key="${event.key}"]`)
  else return
  if (act) event.preventDefault()
})
