// Records a voice note into the form's file field: from there on it is a file like any other. Nothing leaves the page before the
// form is sent, and whoever leaves stops the microphone. Where the browser cannot record nothing of it is seen.
import { inMinutes, pickFormat } from './parts/voice-format.ts'

/** A voice stays clear, and three minutes come through 2G. */
const BITS_PER_SECOND = 24_000
const SOON_SECONDS = 15

type Taking = {
  readonly place: HTMLElement
  readonly recorder: MediaRecorder
  readonly beganAt: number
  readonly clock: number
}
let taking: Taking | undefined
/** The browser's own question stands open. */
let isAsking = false
/** The one in a file field, with the address by which the player plays it. */
let ready: { readonly field: HTMLInputElement; readonly address: string } | undefined

const find = (place: ParentNode, what: string) => place.querySelector<HTMLElement>(`[data-voice-${what}]`)
const playerOf = (place: HTMLElement) => place.querySelector('audio')
const fieldOf = (place: HTMLElement) =>
  place.closest('form')?.querySelector<HTMLInputElement>('input[type=file]') ?? null

function format(place: HTMLElement) {
  const accepted = fieldOf(place)?.accept ?? ''
  return pickFormat(accepted, (type) => MediaRecorder.isTypeSupported(type))
}

/** A page without a lock, an old browser, one without sound: the file field alone. */
const canRecord = () =>
  isSecureContext && 'MediaRecorder' in window && 'mediaDevices' in navigator && typeof DataTransfer === 'function'

function offer() {
  const place = document.querySelector<HTMLElement>('[data-voice]')
  if (place && canRecord() && format(place)) place.hidden = false
}

function say(place: HTMLElement, words = '') {
  const said = find(place, 'said')
  if (said) said.textContent = words
}

function showButtons(place: HTMLElement, ...shown: readonly string[]) {
  for (const button of Array.from(place.querySelectorAll<HTMLElement>('[data-voice-do]')))
    button.hidden = !shown.includes(button.dataset['voiceDo'] ?? '')
  const first = place.querySelector<HTMLElement>(`[data-voice-do=${shown[0]}]`)
  // The button that was pressed is gone: the keyboard goes on at the one in its place.
  first?.focus()
}

async function record(place: HTMLElement) {
  const chosen = format(place)
  if (!chosen || taking || isAsking) return
  isAsking = true
  say(place, place.dataset['asking'])
  const sound = await navigator.mediaDevices.getUserMedia({ audio: true }).catch((error: unknown) => {
    const isRefused = error instanceof Error && /NotAllowed|Security/.test(error.name)
    say(place, place.dataset[isRefused ? 'refused' : 'noMicrophone'])
  })
  isAsking = false
  if (!sound) return
  const recorder = new MediaRecorder(sound, { mimeType: chosen.type, audioBitsPerSecond: BITS_PER_SECOND })
  const parts: Blob[] = []
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
  recorder.addEventListener('stop', () => {
    const name = `${place.dataset['name'] ?? 'voice'}.${chosen.extension}`
    keep(place, new File(parts, name, { type: chosen.type.replace(/;.*/, '') }))
  })
  taking = { place, recorder, beganAt: Date.now(), clock: window.setInterval(tick, 250) }
  recorder.start()
  say(place, place.dataset['recording'])
  showButtons(place, 'stop')
  tick()
}

function tick() {
  if (!taking) return
  const { place, beganAt } = taking
  const [now, longest] = [Math.floor((Date.now() - beganAt) / 1000), Number(place.dataset['longest'])]
  showTime(place, `${inMinutes(now)} / ${inMinutes(longest)}`)
  if (now >= longest) stop()
  else if (now >= longest - SOON_SECONDS) say(place, place.dataset['endsSoon'])
}

function showTime(place: HTMLElement, words: string) {
  const time = find(place, 'time')
  if (!time) return
  time.textContent = words
  time.hidden = words === ''
}

/** What was said comes a moment later, by the recorder's own event. */
function stop() {
  if (!taking) return
  const { recorder, clock, beganAt, place } = taking
  clearInterval(clock)
  showTime(place, inMinutes(Math.floor((Date.now() - beganAt) / 1000)))
  taking = undefined
  recorder.stop()
  for (const track of recorder.stream.getTracks()) track.stop()
}

/** In the field at once: whichever button sends the form, it goes along. */
function keep(place: HTMLElement, file: File) {
  const field = fieldOf(place)
  // Left meanwhile.
  if (!field?.isConnected) return
  const carried = new DataTransfer()
  carried.items.add(file)
  field.files = carried.files
  ready = { field, address: URL.createObjectURL(file) }
  const player = playerOf(place)
  if (player) {
    player.src = ready.address
    player.hidden = false
  }
  say(place, place.dataset['ready'])
  showButtons(place, 'attach', 'drop')
  // Who spoke did not type: the page stays open for them, too (session-warning.ts).
  field.dispatchEvent(new Event('input', { bubbles: true }))
  document.dispatchEvent(new Event('mek:recorded'))
}

function forget(place: HTMLElement) {
  const player = playerOf(place)
  player?.removeAttribute('src')
  if (player) player.hidden = true
  if (ready) URL.revokeObjectURL(ready.address)
  ready = undefined
  showTime(place, '')
}

function drop(place: HTMLElement) {
  if (ready) ready.field.value = ''
  forget(place)
  say(place, place.dataset['dropped'])
  showButtons(place, 'record')
}

const acts: Readonly<Record<string, (place: HTMLElement) => void>> = {
  record: (place) => void record(place),
  stop,
  attach: (place) => place.closest('form')?.querySelector<HTMLElement>('[data-sends-file]')?.click(),
  drop,
}

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-voice-do]') : null
  const place = button?.closest<HTMLElement>('[data-voice]')
  if (place) acts[button?.dataset['voiceDo'] ?? '']?.(place)
})

// A link inside the page would cost the recording: it asks once more. The ways out of danger stand outside, and never ask.
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('main a[href], .mek-languages a') : null
  const place = taking?.place ?? ready?.field.form?.querySelector<HTMLElement>('[data-voice]')
  if (!link || !place) return
  event.preventDefault()
  stop()
  say(place, place.dataset['unsent'])
  if (ready) showButtons(place, 'attach', 'drop')
})

// Sent while the microphone is on: what was said so far goes along, as soon as it is a file. Before upload-progress.ts.
document.addEventListener(
  'submit',
  (event) => {
    if (!taking || !(event.target instanceof HTMLFormElement) || !event.target.contains(taking.place)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    const { submitter } = event
    document.addEventListener('mek:recorded', () => submitter?.click(), { once: true })
    stop()
  },
  { capture: true },
)
// Another file was chosen by hand in its place.
document.addEventListener('change', ({ target }) => {
  const place = ready?.field === target && ready.field.form?.querySelector<HTMLElement>('[data-voice]')
  if (!place) return
  forget(place)
  say(place)
  for (const button of Array.from(place.querySelectorAll<HTMLElement>('[data-voice-do]')))
    button.hidden = button.dataset['voiceDo'] !== 'record'
})
addEventListener('pagehide', () => stop())
document.addEventListener('mek:arrived', offer)
offer()
