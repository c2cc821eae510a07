/** On a phone the sections stand in one line that is pushed sideways: the one that is open is brought into sight. */
export function showCurrentPlace() {
  const place = document.querySelector<HTMLElement>('.moj-side-navigation [aria-current]')
  const line = place?.closest('nav')
  if (place && line) line.scrollLeft = place.offsetLeft - (line.clientWidth - place.offsetWidth) / 2
}
