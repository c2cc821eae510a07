import { z } from 'zod'

/** An address as it is kept: the same one typed in capitals is the same. */
export const emailAddress = z.string().trim().toLowerCase().max(200).pipe(z.email())
