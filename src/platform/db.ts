import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'

/** A connection or a transaction: the same type, so that a function need not know which it was given. */
export type Db = Kysely<Schema>

/** Reading code asks for less: a page that tries to write does not compile. */
export type ReadDb = Pick<Db, 'selectFrom' | 'with'>
