// Shows how far a file is: over 2G a photo takes minutes. The page of the answer takes the place of this one, fetched once.

// On the document: the form itself is replaced with each answer.
document.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || form.dataset['upload'] === undefined) return
  const place = form.querySelector<HTMLElement>('[data-upload-progress]')
  const files = Array.from(form.querySelectorAll<HTMLInputElement>('input[type=file]'))
  if (!place || !files.some((field) => field.files?.length)) return
  event.preventDefault()
  send(form, place, event.submitter)
})

function send(form: HTMLFormElement, place: HTMLElement, submitter: HTMLElement | null) {
  const body = new FormData(form)
  if (submitter instanceof HTMLButtonElement && submitter.name !== '') body.append(submitter.name, submitter.value)
  const request = new XMLHttpRequest()
  request.upload.addEventListener('progress', ({ loaded, total }) => show(place, total > 0 ? loaded / total : 0))
  request.addEventListener('load', () => arrive(request, form))
  // A lost connection: the plain way says so in the browser's own words, and the chosen file stays chosen.
  request.addEventListener('error', () => {
    place.hidden = true
    form.submit()
  })
  request.open('POST', form.action)
  // Parsed by the browser itself: Trusted Types let no string become a page.
  request.responseType = 'document'
  request.send(body)
  show(place, 0)
}

function show(place: HTMLElement, part: number) {
  const percent = Math.floor(part * 100)
  const [bar, words] = [place.querySelector('progress'), place.querySelector('span')]
  place.hidden = false
  if (bar) bar.value = percent
  if (words) words.textContent = `${place.dataset['sending']} ${percent} %`
}

function arrive(request: XMLHttpRequest, form: HTMLFormElement) {
  const answer = request.responseXML
  const [before, after] = [document.querySelector('main'), answer?.querySelector('main')]
  if (!answer || !before || !after) return form.submit()
  before.replaceWith(document.adoptNode(after))
  document.title = answer.title
  if (request.responseURL !== location.href) history.replaceState(null, '', request.responseURL)
  after.focus()
  // base.ts brings the eyes to an error; called, not imported, so that every island stays one small file.
  document.dispatchEvent(new Event('mek:arrived'))
}
