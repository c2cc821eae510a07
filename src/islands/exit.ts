// "Leave quickly": the page is covered at once, and its place in the history is taken by the harmless one.
const root = document.querySelector<HTMLElement>('[data-module="govuk-exit-this-page"]')
const link = root?.querySelector('a')

if (root && link) watchForExit(root, link)

function watchForExit(root: HTMLElement, link: HTMLAnchorElement) {
  const said = document.createElement('span')
  said.className = 'govuk-visually-hidden'
  said.setAttribute('role', 'status')
  root.append(said)
  const leave = () => {
    document.body.classList.add('govuk-exit-this-page-hide-content')
    // Says nothing to who passes by, and is a title all the same.
    document.title = '…'
    const cover = document.createElement('div')
    cover.className = 'govuk-exit-this-page-overlay'
    cover.setAttribute('role', 'alert')
    cover.textContent = root.dataset['i18n.activated'] ?? ''
    document.body.append(cover)
    // Not href: "back" must not lead here again.
    location.replace(link.href)
  }
  link.addEventListener('click', (event) => {
    event.preventDefault()
    leave()
  })
  watchShift(leave, (key) => {
    said.textContent = root.dataset[`i18n.${key}`] ?? ''
  })
  // Coming back out of the browser's memory would show the covered page as it was left.
  addEventListener('pageshow', (event) => event.persisted && location.reload())
}

type Said = 'timedOut' | 'pressTwoMoreTimes' | 'pressOneMoreTime'

/** Shift three times within five seconds of each other, alone, as GOV.UK Frontend counts it. */
function watchShift(leave: () => void, say: (key: Said) => void) {
  const patienceMs = 5000
  let presses = 0
  let wasWithOther = false
  let timer = 0
  document.addEventListener(
    'keyup',
    (event) => {
      if (event.key === 'Shift' && !wasWithOther) {
        presses += 1
        clearTimeout(timer)
        if (presses >= 3) return leave()
        say(presses === 1 ? 'pressTwoMoreTimes' : 'pressOneMoreTime')
        timer = window.setTimeout(() => {
          presses = 0
          say('timedOut')
        }, patienceMs)
      } else if (event.key !== 'Shift') {
        presses = 0
        clearTimeout(timer)
      }
      // A capital letter lifts the letter first, Shift after it: that Shift does not count.
      wasWithOther = event.shiftKey
    },
    true,
  )
}
