// Shows how far a file is: over 2G a photo takes minutes. The page of the answer takes the place of this one, fetched once.
// Whatever goes wrong on the way, nothing leaves the page: words and file stay, and the same button is pressed again.
const underWay = new WeakSet<HTMLFormElement>()

// On the document: the form itself is replaced with each answer. Before base.ts, whose pause would swallow the next try.
document.addEventListener('submit', onSubmit, { capture: true })

function onSubmit(event: SubmitEvent) {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || form.dataset['upload'] === undefined) return
  const place = form.querySelector<HTMLElement>('[data-upload-progress]')
  const field = Array.from(form.querySelectorAll<HTMLInputElement>('input[type=file]')).find((one) => one.files?.length)
  const file = field?.files?.[0]
  if (!place || !field || !file) return
  event.preventDefault()
  event.stopPropagation()
  if (underWay.has(form)) return
  if (file.size > Number(place.dataset['maxBytes'])) {
    say(place, place.dataset['tooBig'])
    field.focus()
    return
  }
  underWay.add(form)
  send(form, place, event.submitter)
}

function send(form: HTMLFormElement, place: HTMLElement, submitter: HTMLElement | null) {
  const body = new FormData(form)
  if (submitter instanceof HTMLButtonElement && submitter.name !== '') body.append(submitter.name, submitter.value)
  const request = new XMLHttpRequest()
  request.upload.addEventListener('progress', ({ loaded, total }) => show(place, total > 0 ? loaded / total : 0))
  request.addEventListener('load', () => arrive(request, place))
  request.addEventListener('error', () => say(place, place.dataset['failed']))
  request.addEventListener('loadend', () => underWay.delete(form))
  request.open('POST', form.action)
  // Parsed by the browser itself: Trusted Types let no string become a page.
  request.responseType = 'document'
  request.send(body)
  show(place, 0)
}

function show(place: HTMLElement, part: number) {
  const percent = Math.floor(part * 100)
  const bar = place.querySelector('progress')
  say(place, `${place.dataset['sending']} ${percent} %`)
  if (!bar) return
  bar.hidden = false
  bar.value = percent
}

function say(place: HTMLElement, text = '') {
  const [bar, words] = [place.querySelector('progress'), place.querySelector('span')]
  place.hidden = false
  if (bar) bar.hidden = true
  if (words) words.textContent = text
}

function arrive(request: XMLHttpRequest, place: HTMLElement) {
  const answer = request.responseXML
  const [before, after] = [document.querySelector('main'), answer?.querySelector('main')]
  // Somebody between us answered with a page of their own.
  if (!answer || !before || !after) return say(place, place.dataset['failed'])
  before.replaceWith(document.adoptNode(after))
  // A player gave its sound up in the answer, which is no page: it asks once more when somebody presses "play".
  for (const player of Array.from(after.querySelectorAll('audio'))) player.load()
  document.title = answer.title
  if (request.responseURL !== location.href) history.replaceState(null, '', request.responseURL)
  after.focus()
  // base.ts brings the eyes to an error; called, not imported, so that every island stays one small file.
  document.dispatchEvent(new Event('mek:arrived'))
}
