import type { FormError } from '#src/kernel/form.ts'
import type { Lang } from '#src/kernel/lang.ts'
import { Code, errorOf, Input } from '#src/ui/index.ts'
import { totpUri } from '../rules/one-time-code.ts'
import { accountTexts as t } from '../texts/account.ts'
import { QrCode } from './qr-code.tsx'

type Props = {
  lang: Lang
  offer: { readonly secret: string; readonly sealed: string }
  email: string
  /** What the app shows beside the address. */
  issuer: string
  errors: readonly FormError[]
}

/** Everything to put a second factor into an app, and the field for its first code. */
export const FactorFields = ({ lang, offer, email, issuer, errors }: Props) => {
  const uri = totpUri(offer.secret, email, issuer)
  return (
    <>
      <h2 class="govuk-heading-m">{t.app[lang]}</h2>
      <p class="govuk-body">{t.appSteps[lang]}</p>
      <QrCode text={uri} label={t.qrLabel[lang]} />
      <p class="govuk-body">
        <a class="govuk-link" href={uri}>
          {t.appOnThisPhone[lang]}
        </a>
      </p>
      <p class="govuk-body">{t.appKey[lang]}</p>
      {/* Two lines of sixteen: one would be wider than a small phone. */}
      <p class="govuk-body mek-key">
        {(offer.secret.match(/.{1,16}/g) ?? []).map((line) => (
          <>
            <Code>{(line.match(/.{1,4}/g) ?? []).join(' ')}</Code>
            <br />
          </>
        ))}
      </p>
      <input type="hidden" name="secret" value={offer.sealed} />
      <Input
        name="code"
        inputmode="numeric"
        autocomplete="one-time-code"
        width="10"
        isCode
        label={t.firstCode[lang]}
        hint={t.firstCodeHint[lang]}
        error={errorOf(errors, 'code', lang)}
      />
    </>
  )
}
