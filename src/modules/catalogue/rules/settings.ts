import { z } from 'zod'
import { id, text, timeZone } from './pieces.ts'

const colour = z.string().regex(/^#[0-9a-f]{6}$/, 'a colour is # and six hex digits')

/** What makes the portal one owner's: names, number prefix, colours. Null: to be filled by the service, never guessed. */
export const settingsFile = z.strictObject({
  serviceName: text,
  serviceSubtitle: text,
  ownerName: text,
  ownerBody: id,
  /** Read out beside the mark where there is no room for the name. */
  logoText: text,
  numberPrefix: z.string().regex(/^[A-Z]{2,4}$/, 'two to four capital letters'),
  /** The year in an appeal's number is the year there. */
  numberTimeZone: timeZone,
  /** Where "exit" leads: the only foreign host of the portal. */
  exitUrl: z.url({ protocol: /^https$/ }),
  /** Added by the owner to the danger page, for example when nobody is on duty at night. */
  dangerNote: text.nullable(),
  /** What an appeal from the danger page is about until an operator has read it. */
  dangerTopic: id,
  colours: z
    .strictObject({ brand: colour, brandDark: colour, brandTint: colour, accent: colour })
    .refine((own) => contrast(own.brand, '#ffffff') >= 4.5, {
      message: 'white words on it need 4.5:1',
      path: ['brand'],
    })
    .refine((own) => contrast(own.brandDark, '#ffffff') >= 4.5, {
      message: 'links on white need 4.5:1',
      path: ['brandDark'],
    })
    .refine((own) => contrast(own.accent, own.brand) >= 3, {
      message: 'marks on the brand colour need 3:1',
      path: ['accent'],
    }),
  /** False: legal texts that no lawyer has read are shown only marked as such. */
  publishUnreviewed: z.boolean(),
  contact: z.strictObject({
    address: text.nullable(),
    email: z.email().nullable(),
    phone: z.string().nullable(),
    dataProtection: z.string().nullable(),
    security: z.string().nullable(),
  }),
})

export type OwnerSettings = Readonly<z.output<typeof settingsFile>>

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
