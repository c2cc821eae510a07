import {
  array,
  constantFrom,
  dictionary,
  integer,
  oneof,
  option,
  string,
  tuple,
  uint8Array,
  type Arbitrary,
} from 'fast-check'
import { fillPattern, type RouteEntry } from './route-table.ts'

/** What a param would be on a good day. */
export const sensible: Readonly<Record<string, string>> = {
  lang: 'ru',
  step: 'words',
  act: 'close',
  id: '1',
  view: 'myTeam',
  country: 'KG',
  year: '2026',
  day: '2026-08-31',
  holiday: 'independence-day',
  topic: 'unpaid-wages',
  language: 'ru',
  change: '1',
  token: 'A'.repeat(43),
  fileId: 'A'.repeat(22),
}

const steps = ['who', 'topic', 'words', 'questions', 'files', 'contact', 'check', 'take', 'answer', 'note', 'close']
const hostile = constantFrom(
  '',
  '\0',
  'a\0b',
  '\ud800',
  '\u202Egnp.exe',
  '__proto__',
  'constructor',
  'toString',
  '%00',
  '%',
  '%E0%A4%A',
  '../../../../etc/passwd',
  '..%2f..%2f',
  "' or 1=1 --",
  '<script>alert(1)</script>',
  '{{7*7}}',
  '-1',
  '0',
  '1e309',
  'NaN',
  '999999999999999999',
  '9'.repeat(18),
  '9'.repeat(40),
  '2026-02-30',
  '9999-12-31',
  '+275760-09-13',
  'KG',
  'kg',
  'ң'.repeat(5_000),
  'A'.repeat(22),
  'A'.repeat(43),
)
const anyText = oneof(
  { weight: 3, arbitrary: hostile },
  { weight: 1, arbitrary: string({ unit: 'binary', maxLength: 120 }) },
  { weight: 1, arbitrary: integer().map(String) },
  { weight: 1, arbitrary: constantFrom(...steps, ...Object.values(sensible), 'yes', 'no', 'ru', 'other', 'send') },
)
const wellFormed = (text: string) => encodeURIComponent(text.toWellFormed())

/** A path of this route: sensible parts, hostile ones, or bytes that decode to nothing. */
export const pathOf = ({ pattern }: RouteEntry, parts: readonly (string | undefined)[]) => {
  let place = 0
  const part = (name: string) => {
    const given = parts[place++ % Math.max(1, parts.length)]
    if (name === 'lang') return ['ky', 'ru', 'en'][(given ?? '').length % 3] ?? 'ru'
    if (given === undefined) return sensible[name] ?? 'x'
    return given.startsWith('%') ? given : wellFormed(given).slice(0, 1000)
  }
  return fillPattern(pattern, part)
}

const headerNames = [
  'accept-language',
  'accept-encoding',
  'accept',
  'user-agent',
  'referer',
  'origin',
  'host',
  'range',
  'if-none-match',
  'if-modified-since',
  'x-forwarded-for',
  'x-forwarded-proto',
  'x-http-method-override',
  'content-encoding',
  'content-language',
  'expect',
  'authorization',
  'cookie',
]
// What a header may hold at all; the parser before us refuses the rest.
export const headerText = anyText.map((text) => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '').slice(0, 400))
export const anyHeaders = dictionary(constantFrom(...headerNames), headerText, { maxKeys: 4 })
export const origins: Arbitrary<Record<string, string>> = oneof(
  { weight: 6, arbitrary: constantFrom({ 'sec-fetch-site': 'same-origin' }) },
  {
    weight: 1,
    arbitrary: constantFrom({}, { origin: 'https://elsewhere.example' }, { 'sec-fetch-site': 'cross-site' }),
  },
)

const contentTypes = [
  'application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded; charset=utf-16',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  `multipart/form-data; boundary=${'x'.repeat(300)}`,
  'application/json',
  'application/json; charset=%%%',
  'text/plain',
  'image/png',
  '%%%',
  '',
]

export type Body = { readonly type: string | undefined; readonly bytes: Buffer }

/** `fieldNames`: a form that knows none of its fields is refused too early to find much. */
export const anyBody = (fieldNames: readonly string[]): Arbitrary<Body> => {
  const name = oneof({ weight: 4, arbitrary: constantFrom(...fieldNames) }, { weight: 1, arbitrary: anyText })
  const pairs = array(tuple(name, anyText), { maxLength: 14 })
  const form = pairs.map((fields) => ({
    type: contentTypes[0],
    bytes: Buffer.from(fields.map(([key, value]) => `${wellFormed(key)}=${wellFormed(value)}`).join('&')),
  }))
  const raw = tuple(constantFrom(...contentTypes, undefined), oneof(uint8Array({ maxLength: 600 }), anyText)).map(
    ([type, bytes]) => ({ type, bytes: Buffer.from(bytes) }),
  )
  const part = oneof(
    tuple(name, anyText).map(
      ([field, value]) => `--x\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
    ),
    tuple(name, anyText, anyText).map(
      ([field, file, value]) =>
        `--x\r\nContent-Disposition: form-data; name="${field}"; filename="${file}"\r\nContent-Type: image/png\r\n\r\n\x89PNG\r\n\x1a\n${value}\r\n`,
    ),
    constantFrom('--x\r\n', '--x--\r\n', '\r\n\r\n', 'Content-Disposition: form-data', 'filename="'),
  )
  const parts = array(part, { maxLength: 10 }).map((all) => ({
    type: contentTypes[2],
    bytes: Buffer.from(`${all.join('')}--x--\r\n`),
  }))
  const huge = integer({ min: 1, max: 3 }).map((times) => ({
    type: contentTypes[0],
    bytes: Buffer.from(`text=${'y'.repeat(100_000 * times)}`),
  }))
  return oneof(
    { weight: 8, arbitrary: form },
    { weight: 4, arbitrary: raw },
    { weight: 4, arbitrary: parts },
    { weight: 1, arbitrary: huge },
  )
}

export const parts = array(option(anyText, { freq: 3, nil: undefined }), { minLength: 1, maxLength: 3 })
export const query = dictionary(
  constantFrom(
    'done',
    'from',
    'topic',
    'kind',
    'country',
    'after',
    'before',
    'state',
    'lang',
    'group',
    'body',
    'year',
    'x[]',
  ),
  anyText,
  { maxKeys: 4 },
).map((given) =>
  new URLSearchParams(Object.entries(given).map(([name, value]) => [name, value.toWellFormed()])).toString(),
)
