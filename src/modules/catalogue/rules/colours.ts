import { z } from 'zod'

const colour = z.string().regex(/^#[0-9a-f]{6}$/, 'a colour is # and six hex digits')

/** The owner's colours; where one cannot be read on another the catalogue is refused. */
export const colours = z
  .strictObject({ brand: colour, brandDark: colour, brandTint: colour, accent: colour })
  .refine((own) => contrast(own.brand, '#ffffff') >= 4.5, { message: 'white words on it need 4.5:1', path: ['brand'] })
  .refine((own) => contrast(own.brandDark, own.brandTint) >= 4.5, {
    message: 'links on the tint need 4.5:1',
    path: ['brandDark'],
  })
  .refine((own) => contrast(own.accent, own.brand) >= 3, {
    message: 'marks on the brand colour need 3:1',
    path: ['accent'],
  })

export type OwnerColours = Readonly<z.output<typeof colours>>

/** What the style sheets are built with (src/ui/styles/_tokens.scss). */
export const builtInColours: OwnerColours = {
  brand: '#9b1b30',
  brandDark: '#6e1122',
  brandTint: '#f8e9ea',
  accent: '#ffd23f',
}

/** A sheet that sets an owner's own colours over the built-in ones. Undefined where they are the same: nothing to load. */
export function ownerStyle(own: OwnerColours): string | undefined {
  const { brand, brandDark, brandTint, accent } = own
  const isBuiltIn = Object.entries(builtInColours).every(
    ([name, value]) => new Map(Object.entries(own)).get(name) === value,
  )
  if (isBuiltIn) return undefined
  const properties = {
    '--govuk-brand-colour': brand,
    '--govuk-link-colour': brandDark,
    '--govuk-link-visited-colour': brandDark,
    '--govuk-focus-colour': accent,
    '--brand-dark': brandDark,
    '--brand-tint': brandTint,
    '--sun': accent,
  }
  return `:root{${Object.entries(properties)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')}}\n`
}

/** WCAG contrast of two colours, 1 to 21. */
function contrast(one: string, other: string): number {
  const light = Math.max(luminance(one), luminance(other))
  const dark = Math.min(luminance(one), luminance(other))
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const share = (at: number) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * share(1) + 0.7152 * share(3) + 0.0722 * share(5)
}
