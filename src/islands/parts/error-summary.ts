/** Brings the eyes and the screen reader to what went wrong, as GOV.UK Frontend does. */
export function focusErrorSummary() {
  const summary = document.querySelector<HTMLElement>('.govuk-error-summary, .govuk-notification-banner[role="alert"]')
  if (!summary) return
  summary.tabIndex = -1
  summary.focus()
  summary.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (link && focusField(link.hash.slice(1))) event.preventDefault()
  })
}

/** Focuses a field with its label or legend in sight; says whether there was one. */
function focusField(id: string): boolean {
  const field = document.getElementById(id)
  if (!field) return false
  const legend = field.closest('fieldset')?.querySelector('legend')
  const words = legend ?? document.querySelector(`label[for="${CSS.escape(id)}"]`)
  ;(words ?? field).scrollIntoView()
  field.focus({ preventScroll: true })
  return true
}
