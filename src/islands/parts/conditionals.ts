/** Shows the fields that belong to a chosen radio or box, and hides those of the others. */
export function foldConditionals() {
  const inputs = document.querySelectorAll<HTMLInputElement>('input[data-aria-controls]')
  if (inputs.length === 0) return
  const fold = () => {
    for (const input of inputs) {
      const controlled = document.getElementById(input.dataset['ariaControls'] ?? '')
      const kind = input.type === 'radio' ? 'radios' : 'checkboxes'
      controlled?.classList.toggle(`govuk-${kind}__conditional--hidden`, !input.checked)
    }
  }
  document.addEventListener('change', fold)
  // The browser restores what was chosen when one comes back.
  addEventListener('pageshow', fold)
  fold()
}

/** "None of these" clears the other boxes, and any other box clears it. */
export function keepNoneAlone() {
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox' || !target.checked) return
    const group = target.closest('.govuk-checkboxes')
    const isNone = target.dataset['behaviour'] === 'exclusive'
    for (const other of group?.querySelectorAll<HTMLInputElement>('input[type=checkbox]') ?? []) {
      if (other !== target && (isNone || other.dataset['behaviour'] === 'exclusive')) other.checked = false
    }
  })
}
