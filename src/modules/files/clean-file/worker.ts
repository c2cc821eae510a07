import { buffer } from 'node:stream/consumers'
import { cleanBytes, type CleanType } from './clean-bytes.ts'

/**
 * The process that reads what strangers have sent: started by run-worker.ts for one file, with limits on memory and time and
 * without keys, settings or anything else to lose. In: the type as an argument, the bytes. Out: a line of JSON, the bytes.
 */
process.stdout.write('ready\n')
const sent = await buffer(process.stdin)
// Only run-worker.ts starts this file, and gives the type it found.
const outcome = await cleanBytes(sent, process.argv[2] as CleanType)
if (outcome.ok) {
  process.stdout.write(`${JSON.stringify({ ok: true, type: outcome.value.type })}\n`)
  process.stdout.write(outcome.value.bytes)
} else process.stdout.write(`${JSON.stringify(outcome)}\n`)
