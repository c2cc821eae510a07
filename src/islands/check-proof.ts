// A scanned code leads here with the proof behind "#", which no server sees: it is moved into the form and sent.
const form = document.querySelector<HTMLFormElement>('form[data-check-proof]')
const field = form?.querySelector('textarea')
const token = location.hash.slice(1)

if (form && field && token !== '') {
  field.value = token
  // Neither a copied address nor the history keeps it.
  history.replaceState(null, '', location.pathname)
  form.submit()
}
