import { z } from 'zod'
import { cleanText } from '#src/modules/intake/rules/readings.ts'

/** A choice that must be one of these. */
export const oneOf = <const Values extends readonly string[]>(values: Values) => z.enum(values)

/** A choice from a list that the catalogue gives, or none. */
export const optionalFrom = (isKnown: (id: string) => boolean) =>
  z
    .string()
    .optional()
    .transform((typed) => (typed === undefined || typed === '' ? undefined : typed))
    .refine((id) => id === undefined || isKnown(id))

/** A choice from such a list that must be made. */
export const chosenFrom = (isKnown: (id: string) => boolean) => z.string().refine(isKnown)

/** Text of a length after cleaning. */
export const words = ({ min, max }: { readonly min: number; readonly max: number }) =>
  z
    .string()
    .transform(cleanText)
    .refine((text) => text.length >= min && text.length <= max)

/** Text that may be left out; undefined when nothing but space was typed. */
export const optionalWords = (max: number) =>
  z
    .string()
    .optional()
    .transform((typed) => cleanText(typed ?? ''))
    .refine((text) => text.length <= max)
    .transform((text) => (text === '' ? undefined : text))

/** Text that a reader of its own understands, or none; a text it does not understand is an error. */
export const optionalRead = <Value>(read: (typed: string) => Value | undefined) =>
  z
    .string()
    .optional()
    .transform((typed) => cleanText(typed ?? ''))
    .refine((text) => text === '' || read(text) !== undefined)
    .transform((text) => (text === '' ? undefined : read(text)))
