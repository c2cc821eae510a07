// Folds questions whose condition is not met. Without it they stand there with their condition in words.
import { isMet } from './parts/is-met.ts'

const folded = document.querySelectorAll<HTMLElement>('[data-show-if]')

function fold() {
  for (const block of folded) {
    const { showIf = '', showOp = '=', showValue = 'null' } = block.dataset
    const isShown = isMet(answersTo(showIf), showOp, JSON.parse(showValue))
    block.hidden = !isShown
  }
}

/** The chosen or typed answers of a field; one inside a folded block counts as not given, as it does on the server. */
function answersTo(name: string): string[] {
  // Not those that the language switch carries along.
  const fields = document.querySelectorAll<HTMLInputElement | HTMLSelectElement>(`main [name="${CSS.escape(name)}"]`)
  return Array.from(fields)
    .filter((field) => !field.closest('[data-show-if][hidden]'))
    .filter((field) => !(field instanceof HTMLInputElement && /radio|checkbox/.test(field.type)) || field.checked)
    .map((field) => field.value)
    .filter((value) => value !== '')
}

if (folded.length > 0) {
  document.addEventListener('input', fold)
  addEventListener('pageshow', fold)
  fold()
}
