// Beside a large picture: arrows turn to the next one, Escape goes back. Each does what a link on the page does.
const links: Readonly<Record<string, string>> = {
  ArrowLeft: 'a[rel=prev]',
  ArrowRight: 'a[rel=next]',
  Escape: '.govuk-back-link',
}

document.addEventListener('keydown', (event) => {
  // With another key it is the browser's own: Alt and the left arrow go back in its history.
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const link = links[event.key]
  if (link !== undefined) document.querySelector<HTMLAnchorElement>(`main ${link}`)?.click()
})
