import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { scanTexts } from '#src/modules/files/texts/scan.ts'
import { multipart } from '#test/support/multipart.ts'
import { keyIn } from '#test/support/person.ts'
import type { Cookies, TestPortal } from '#test/support/portal.ts'
import type { Animal } from './corpus.ts'

export type Sent = {
  readonly animal: Animal
  readonly seconds: number
  readonly status: number
  /** The page of a refusal still holds what was typed. */
  readonly keepsWords: boolean
  /** As the portal hands it out; undefined: it was refused. */
  readonly served:
    | { readonly headers: Readonly<Record<string, unknown>>; readonly bytes: Buffer; readonly name: string }
    | undefined
}

const typed = 'Бул жазылган сөздөр сакталат'

type Door = Pick<TestPortal, 'get'> & { readonly app: Pick<TestPortal['app'], 'inject'> }

/** A person who sends files with the messages of one appeal, whose page the cookies open, and downloads what became of them. */
export function aSenderOf(door: Door, cookies: Cookies, before: () => void = () => {}) {
  const view = async () => (await door.get('/ru/appeal/view', cookies)).body
  return async (animal: Animal): Promise<Sent> => {
    before()
    const page = await view()
    const file = { field: 'file', name: animal.name, bytes: animal.bytes }
    const form = await multipart({ key: keyIn(page), text: typed, act: 'send' }, file)
    const startedAt = performance.now()
    const answer = await door.app.inject({ method: 'POST', url: '/ru/appeal/reply', cookies: { ...cookies }, ...form })
    const seconds = (performance.now() - startedAt) / 1000
    const keepsWords = answer.statusCode === 303 || answer.body.includes(typed)
    const sent = { animal, seconds, status: answer.statusCode, keepsWords }
    const link = answer.statusCode === 303 ? await newFileIn(view, page) : undefined
    if (link === undefined) return { ...sent, served: undefined }
    const { headers, rawPayload } = await door.get(link, cookies)
    const starred = /filename\*=UTF-8''(\S+)/.exec(String(headers['content-disposition']))?.[1] ?? ''
    return { ...sent, served: { headers, bytes: rawPayload, name: decodeURIComponent(starred) } }
  }
}

/** Where it can be downloaded; with a scanner at work a while later. Undefined: it was removed. */
async function newFileIn(view: () => Promise<string>, before: string): Promise<string | undefined> {
  for (let tries = 0; tries < 100; tries += 1) {
    const page = await view()
    const link = filesIn(page).find((one) => !filesIn(before).includes(one))
    if (link !== undefined || !page.includes(scanTexts.waiting.ru)) return link
    await wait(200)
  }
  throw new Error('The scanner gave no verdict.')
}

const filesIn = (body: string) =>
  [...body.matchAll(/href="(\/ru\/appeal\/files\/[^"]+)"/g)].map(([, href = '']) => href)

const types: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ogg: 'audio/ogg',
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  webm: 'audio/webm',
}
const SECONDS = 5

/** What is wrong with how the portal took this one; nothing where all is well. */
export function faultsOf({ animal, seconds, status, keepsWords, served }: Sent): string[] {
  const { becomes } = animal
  const faults = [
    ...(seconds > SECONDS ? [`took ${seconds.toFixed(1)} s`] : []),
    ...(keepsWords ? [] : ['the words were lost']),
    ...(status === (becomes === 'refused' ? 422 : 303) ? [] : [`answered ${status}`]),
  ]
  if (!served) return becomes === 'refused' ? faults : [...faults, 'it cannot be downloaded']
  const { headers, bytes, name } = served
  const wrong = (header: string, is: (value: string) => boolean) =>
    is(String(headers[header])) ? [] : [`${header}: ${String(headers[header])}`]
  return [
    ...faults,
    ...wrong('content-type', (value) => value === types[becomes]),
    ...wrong('content-disposition', (value) => value.startsWith('attachment;')),
    ...wrong('x-content-type-options', (value) => value === 'nosniff'),
    ...wrong('content-security-policy', (value) => value.startsWith('sandbox;')),
    ...(name.endsWith(`.${becomes}`) && !/[/\\\p{Cc}\p{Cf}]/u.test(name) ? [] : [`the name ${JSON.stringify(name)}`]),
    // A PDF is kept as it came, and never opened by a page of ours.
    ...(becomes !== 'pdf' && bytes.includes('Canary') ? ['the canary lives'] : []),
  ]
}

/** Whether a second tool is there that reads what files say of themselves. */
export function hasExiftool(): boolean {
  try {
    execFileSync('exiftool', ['-ver'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** What exiftool still finds of a place, a maker or a canary. */
export function leaksSeenBy(files: readonly { readonly name: string; readonly bytes: Buffer }[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'zoo-'))
  try {
    for (const [place, { name, bytes }] of files.entries())
      writeFileSync(join(folder, `${place}${/\.\w+$/.exec(name)?.[0]}`), bytes)
    const said = execFileSync('exiftool', ['-s', '-G', '-ee', '-r', folder], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    })
    return said.split('\n').filter((line) => /GPS|Location|Canary|\bMake\b/i.test(line))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
