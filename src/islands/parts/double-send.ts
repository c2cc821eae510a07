const PAUSE_MS = 5000

/** A second tap while the first one is still on its way is dropped; after a pause a new try is let through. */
export function preventDoubleSend() {
  const lastSent = new WeakMap<EventTarget, number>()
  document.addEventListener('submit', (event) => {
    const { submitter } = event
    if (!submitter || submitter.dataset['preventDoubleClick'] !== 'true') return
    const before = lastSent.get(submitter)
    if (before !== undefined && event.timeStamp - before < PAUSE_MS) event.preventDefault()
    else lastSent.set(submitter, event.timeStamp)
  })
}
