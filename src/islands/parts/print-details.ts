/** What is folded on the screen and whole on paper: by the style sheet where the browser knows `::details-content`, here where not. */
export function unfoldOnPaper() {
  if (CSS.supports('selector(::details-content)')) return
  let opened: HTMLDetailsElement[] = []
  addEventListener('beforeprint', () => {
    opened = Array.from(document.querySelectorAll<HTMLDetailsElement>('details.mek-prints:not([open])'))
    for (const details of opened) details.open = true
  })
  addEventListener('afterprint', () => {
    for (const details of opened) details.open = false
  })
}
