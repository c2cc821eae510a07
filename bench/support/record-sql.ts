// Loaded into the portal before anything else: writes down every statement with its values and what it gave, so that a bare
// route can run the same. Node reads this file as it is.
import { appendFileSync } from 'node:fs'
import { DefaultQueryExecutor, type CompiledQuery, type QueryResult } from 'kysely'
import { toLine } from './sql-lines.ts'

const file = process.env['RECORD_SQL'] ?? ''

type Execute = (this: DefaultQueryExecutor, query: CompiledQuery, options?: unknown) => Promise<QueryResult<unknown>>

// The class beneath, which a transaction's executor has too.
const base: object = Object.getPrototypeOf(DefaultQueryExecutor.prototype)
const plain: Execute = Reflect.get(base, 'executeQuery')
const recording: Execute = async function executeQuery(query, options) {
  const result = await plain.call(this, query, options)
  appendFileSync(file, `${toLine({ sql: query.sql, values: query.parameters, rows: result.rows })}\n`)
  return result
}
Reflect.set(base, 'executeQuery', recording)
