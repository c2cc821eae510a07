/** A print button is hidden until there is a script to press it; without one the page says where the browser's own is. */
export function offerPrinting() {
  for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) {
    button.hidden = false
    button.addEventListener('click', () => print())
  }
}
