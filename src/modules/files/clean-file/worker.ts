import { writeFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { cleanBytes, type CleanType } from './clean-bytes.ts'

/**
 * The process that reads what strangers have sent: started by run-worker.ts for one file, with limits on memory and time and
 * without keys, settings or anything else to lose. In: the type as an argument, the bytes. Out, on a way of its own since
 * readers of pictures talk: "ready", a line of JSON, the bytes.
 */
const ANSWER = 3

writeFileSync(ANSWER, 'ready\n')
const sent = await buffer(process.stdin)
// Only run-worker.ts starts this file, and gives the type it found.
const outcome = await cleanBytes(sent, process.argv[2] as CleanType)
writeFileSync(ANSWER, `${JSON.stringify(outcome.ok ? { ok: true, type: outcome.value.type } : outcome)}\n`)
if (outcome.ok) writeFileSync(ANSWER, outcome.value.bytes)
