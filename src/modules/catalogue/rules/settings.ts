import { z } from 'zod'
import { colours } from './colours.ts'
import { id, text, timeZone } from './pieces.ts'

/** What makes the portal one owner's: names, number prefix, colours. Null: to be filled by the service, never guessed. */
export const settingsFile = z.strictObject({
  /** Beside the mark, and under it whose portal it is. */
  serviceName: text,
  serviceSubtitle: text,
  ownerName: text,
  ownerBody: id,
  numberPrefix: z.string().regex(/^[A-Z]{2,4}$/, 'two to four capital letters'),
  /** The year in an appeal's number is the year there. */
  numberTimeZone: timeZone,
  /** Where "exit" leads: the only foreign host of the portal. */
  exitUrl: z.url({ protocol: /^https$/ }),
  /** Added by the owner to the danger page, for example when nobody is on duty at night. */
  dangerNote: text.nullable(),
  /** What an appeal from the danger page is about until an operator has read it. */
  dangerTopic: id,
  colours,
  /** What the privacy notice says beyond what the program itself does. */
  privacy: z.strictObject({
    legalBasis: text.nullable(),
    /** How long appeals that were sent are kept. */
    retention: text.nullable(),
    /** Who supervises the handling of personal data. */
    authority: text.nullable(),
    // "required" until a lawyer has checked the notice; then the date and the name of the office.
    legalReview: z.string().min(1),
  }),
  contact: z.strictObject({
    address: text.nullable(),
    email: z.email().nullable(),
    phone: z.string().nullable(),
    dataProtection: z.string().nullable(),
    security: z.string().nullable(),
  }),
})

export type OwnerSettings = Readonly<z.output<typeof settingsFile>>
