// Counts along while one writes. The sighted see it at once; a screen reader hears it when the writing pauses.
const roots = document.querySelectorAll<HTMLElement>('[data-module="govuk-character-count"]')

for (const root of roots) {
  const field = root.querySelector('textarea')
  const info = root.querySelector<HTMLElement>('.govuk-character-count__message')
  if (field && info) countAlong(root, field, info)
}

function countAlong(root: HTMLElement, field: HTMLTextAreaElement, info: HTMLElement) {
  const limit = Number(root.dataset['maxlength'])
  const threshold = (limit * Number(root.dataset['threshold'] ?? 0)) / 100
  const [seen, heard] = [messageAfter(info), messageAfter(info)]
  seen.setAttribute('aria-hidden', 'true')
  heard.classList.add('govuk-visually-hidden')
  heard.setAttribute('aria-live', 'polite')
  info.classList.add('govuk-visually-hidden')

  let timer = 0
  const count = () => {
    const left = limit - field.value.length
    seen.textContent = messageFor(root, left)
    seen.hidden = field.value.length < threshold
    seen.classList.toggle('govuk-error-message', left < 0)
    field.classList.toggle('govuk-textarea--error', left < 0)
    clearTimeout(timer)
    timer = window.setTimeout(() => {
      heard.textContent = seen.hidden ? '' : seen.textContent
    }, 1000)
  }
  field.addEventListener('input', count)
  addEventListener('pageshow', count)
  count()
}

function messageAfter(info: HTMLElement): HTMLElement {
  const message = document.createElement('div')
  message.className = 'govuk-hint govuk-character-count__status'
  info.after(message)
  return message
}

function messageFor(root: HTMLElement, left: number): string {
  const words = (key: string) => root.dataset[`i18n.${key}`] ?? ''
  if (left === 0) return words('charactersAtLimit')
  const key = left > 0 ? 'charactersUnderLimit.other' : 'charactersOverLimit.other'
  return words(key).replace('%{count}', String(Math.abs(left)))
}
