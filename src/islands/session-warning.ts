// Warns before a page closes by itself, keeps it open while somebody writes on it, and closes it without losing a word.
const QUIETLY_EVERY_MS = 60_000

const findPlace = () => document.querySelector<HTMLElement>('[data-session-warning]')

let timers: number[] = []
let endsAt = 0
let extendedAt = Date.now()
let writtenIn: HTMLFormElement | null = null

function start(endsInMs: number) {
  const place = findPlace()
  for (const timer of timers) clearTimeout(timer)
  if (!place) return
  place.hidden = true
  endsAt = Date.now() + endsInMs
  const warnIn = endsInMs - Number(place.dataset['warnBefore']) * 1000
  timers = [window.setTimeout(warn, Math.max(0, warnIn)), window.setTimeout(end, endsInMs)]
}

function startAnew() {
  extendedAt = Date.now()
  start(Number(findPlace()?.dataset['endsIn']) * 1000)
}

function warn() {
  const place = findPlace()
  if (!place) return
  place.hidden = false
  // Whoever writes at this moment hears of it without losing their place in the text.
  if (document.activeElement instanceof HTMLTextAreaElement) place.setAttribute('role', 'alert')
  else {
    place.tabIndex = -1
    place.focus()
  }
}

/** Asks for more time. Without a connection nothing happens: the next letter asks again. */
async function extend() {
  const form = findPlace()?.querySelector('form')
  if (!form) return
  extendedAt = Date.now()
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
  const headers = { accept: 'application/json' }
  const answer = await fetch(form.action, { method: 'POST', body, headers, redirect: 'manual' }).catch(() => undefined)
  if (answer?.status === 403) end()
  const left = Number(answer?.headers.get('session-ends-in'))
  if (answer?.ok && left > 0) start(left * 1000)
}

/** The page is left for the one where it can be opened again; what was typed is posted there, so that it comes back. */
function end() {
  const place = findPlace()
  if (!place) return
  if (!navigator.onLine) {
    // Nobody who passes by reads it; it is all still there when the connection is.
    document.body.hidden = true
    addEventListener('online', end, { once: true })
    return
  }
  const { endHref = '/', endAction = endHref } = place.dataset
  const forms = formsWithWords()
  const [first] = forms
  if (!first) return location.replace(endHref)
  const kept = document.createElement('form')
  kept.method = 'post'
  kept.action = endAction
  add(kept, 'to', first.getAttribute('action') ?? '')
  const fields = [place.querySelector('form'), ...forms].flatMap((form) => (form ? [...new FormData(form)] : []))
  for (const [name, value] of fields)
    if (typeof value === 'string' && !kept.elements.namedItem(name)) add(kept, name, value)
  document.body.append(kept)
  kept.submit()
}

function add(form: HTMLFormElement, name: string, value: string) {
  const field = document.createElement('input')
  field.type = 'hidden'
  field.name = name
  field.value = value
  form.append(field)
}

/** The one written in last stands first. */
function formsWithWords(): HTMLFormElement[] {
  const forms = Array.from(document.querySelectorAll<HTMLFormElement>('main form')).filter(hasWords)
  return forms.sort((a, b) => Number(b === writtenIn) - Number(a === writtenIn))
}

const hasWords = (form: HTMLFormElement) =>
  Array.from(form.elements).some(
    (field) =>
      (field instanceof HTMLTextAreaElement && field.value.trim() !== '') ||
      (field instanceof HTMLInputElement &&
        /^(?:text|email|tel)$/.test(field.type) &&
        field.value !== field.defaultValue),
  )

document.addEventListener('input', ({ target }) => {
  if (target instanceof Element) writtenIn = target.closest('form')
  if (Date.now() - extendedAt >= QUIETLY_EVERY_MS) void extend()
})
document.addEventListener('submit', (event) => {
  if (!(event.target instanceof Element) || !event.target.closest('[data-session-warning]')) return
  event.preventDefault()
  void extend()
})
// A phone that slept does not count the time it slept.
document.addEventListener('visibilitychange', () => {
  if (!document.hidden && Date.now() > endsAt) end()
})
// A sent file brought a page with more time (upload-progress.ts).
document.addEventListener('mek:arrived', startAnew)
startAnew()
