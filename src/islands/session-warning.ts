// Warns before an appeal closes by itself, and clears the page when it has.
const place = document.querySelector<HTMLElement>('[data-session-warning]')

if (place) watchSession(place)

function watchSession(place: HTMLElement) {
  const endsInMs = Number(place.dataset['endsIn']) * 1000
  const warnBeforeMs = Number(place.dataset['warnBefore']) * 1000
  let timers: number[] = []
  let endsAt = 0

  const start = () => {
    for (const timer of timers) clearTimeout(timer)
    place.hidden = true
    endsAt = Date.now() + endsInMs
    timers = [window.setTimeout(warn, Math.max(0, endsInMs - warnBeforeMs)), window.setTimeout(end, endsInMs)]
  }
  const warn = () => {
    place.hidden = false
    place.tabIndex = -1
    place.focus()
  }
  const end = () => location.replace(place.dataset['endHref'] ?? '/')

  const form = place.querySelector('form')
  form?.addEventListener('submit', (event) => {
    event.preventDefault()
    // What is typed on the page stays. A session that ended meanwhile is told by the page it leads to.
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
    fetch(form.action, { method: 'POST', body, redirect: 'manual' }).then(
      (answer) => (answer.ok || answer.type === 'opaqueredirect' ? start() : end()),
      () => form.submit(),
    )
  })
  // A phone that slept does not count the time it slept.
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && Date.now() > endsAt) end()
  })
  start()
}
