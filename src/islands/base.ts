// On every page: says that scripts run, and the few things that make a form kinder. Everything works without it.
import { focusErrorSummary } from './parts/error-summary.ts'
import { foldConditionals, keepNoneAlone } from './parts/conditionals.ts'
import { preventDoubleSend } from './parts/double-send.ts'
import { showCurrentPlace } from './parts/current-place.ts'
import { offerPrinting } from './parts/print-button.ts'
import { unfoldOnPaper } from './parts/print-details.ts'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
focusErrorSummary()
document.addEventListener('mek:arrived', focusErrorSummary)
keepNoneAlone()
foldConditionals()
preventDoubleSend()
offerPrinting()
unfoldOnPaper()
showCurrentPlace()
