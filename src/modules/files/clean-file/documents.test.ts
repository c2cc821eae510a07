import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js'
import { assert, constantFrom, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { catchZoo } from '#test/support/zoo/corpus.ts'
import { aDocument, aField, aRelation, textFile } from '#test/support/zoo/documents.ts'
import { isHarmless, readRelations } from './document-parts.ts'
import { rewriteDocument } from './rewrite-document.ts'

async function partsOf(bytes: Uint8Array): Promise<Record<string, string>> {
  const entries = await new ZipReader(new Uint8ArrayReader(bytes)).getEntries()
  const parts: Record<string, string> = {}
  for (const entry of entries)
    if (!entry.directory)
      parts[entry.filename] = Buffer.from(await entry.getData(new Uint8ArrayWriter())).toString('latin1')
  return parts
}

const rewritten = async (bytes: Buffer) => {
  const outcome = await rewriteDocument(bytes)
  if (!outcome.ok) throw new Error(outcome.refusal)
  return partsOf(outcome.value.bytes)
}

test('of a document the words stay; its writer, its template and the numbers of the machine go', async () => {
  const settings = textFile(
    'word/settings.xml',
    '<w:settings><w:attachedTemplate r:id="rT"/><w:rsids><w:rsid w:val="00CA0001"/></w:rsids></w:settings>',
  )
  const template = aRelation('attachedTemplate', 'file:///C:/Users/Canary/a.dotm', 'External')
  const parts = await rewritten(
    aDocument({
      words: 'Келишим',
      relations: aRelation('hyperlink', 'https://example.org/link', 'External'),
      more: [
        settings,
        textFile('word/people.xml', '<a>Canary</a>'),
        textFile('customXml/item1.xml', '<a>Canary</a>'),
        textFile(
          'word/_rels/settings.xml.rels',
          `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${template}</Relationships>`,
        ),
      ],
    }),
  )
  expect(Object.keys(parts).toSorted()).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'word/_rels/document.xml.rels',
    'word/_rels/settings.xml.rels',
    'word/document.xml',
    'word/settings.xml',
  ])
  const all = Object.values(parts).join('')
  expect(all).not.toMatch(/Canary|docProps|rsid|attachedTemplate|2026-01-02/)
  expect(Buffer.from(parts['word/document.xml'] ?? '', 'latin1').toString()).toContain('Келишим')
  expect(parts['word/_rels/document.xml.rels']).toContain('https://example.org/link')
})

test('what unpacks too large is told from what holds a program or fetches', async () => {
  const zoo = await catchZoo()
  const refusals = new Map<string, string>()
  for (const { what, bytes } of zoo.filter(({ name, becomes }) => name === 'a.docx' && becomes === 'refused')) {
    const outcome = await rewriteDocument(bytes).catch(() => ({ ok: false, refusal: 'thrown' }) as const)
    refusals.set(what, outcome.ok ? 'taken' : outcome.refusal)
  }
  expect(Object.fromEntries(refusals)).toMatchObject({
    'a document that unpacks to 1 GB': 'documentTooLarge',
    'a document of 20,000 parts': 'documentTooLarge',
    'a document with macros': 'documentRefused',
    'a document that says it has macros': 'documentRefused',
    'a document with another file in it': 'documentRefused',
    'a document with a picture from elsewhere': 'documentRefused',
    'a document that hides where it fetches from': 'documentRefused',
    'a document that starts a program': 'documentRefused',
    'a document with an entity': 'documentRefused',
    'a zip that is no document': 'fileKindRefused',
  })
  expect([...refusals.values()]).not.toContain('taken')
})

test.each([
  [[' HYPERLINK "https://example.org/link/database" '], true],
  [[' PAGE '], true],
  [[' LINK Excel.Sheet "C:\\a.xls" '], false],
  [[' INCLUDE', 'PICTURE "https://example.org/a.png" '], false],
] as const)('the field %j: taken %s', async (pieces, isTaken) => {
  expect((await rewriteDocument(aDocument({ words: aField(...pieces) }))).ok).toBe(isTaken)
})

test('a quote left open in one field does not hide the next', async () => {
  const words = `${aField(' HYPERLINK "x ')}${aField(' DDEAUTO c:\\cmd "a"')}`
  expect(await rewriteDocument(aDocument({ words }))).toEqual({ ok: false, refusal: 'documentRefused' })
})

test('relations are read as a whole or not at all, and nothing that leads out passes but a link to tap', () => {
  const frame = (inner: string) => `<Relationships xmlns="x">${inner}</Relationships>`
  assert(
    property(
      string({ unit: 'binary' }),
      constantFrom('image', 'oleObject', 'frame', 'attachedTemplate2'),
      (noise, type) => {
        const relations = readRelations(frame(`${noise}${aRelation(type, 'https://example.org', 'External')}`))
        expect(relations?.every(isHarmless) ?? false).toBe(false)
      },
    ),
  )
  const twice = '<Relationship Type="x/hyperlink" Type="x/image" Target="https://a" TargetMode="External"/>'
  expect(readRelations(frame(twice))).toBeUndefined()
  expect(readRelations(frame(aRelation('hyperlink', 'https://a', 'External')))?.every(isHarmless)).toBe(true)
  expect(readRelations(frame(aRelation('hyperlink', 'file:///etc/passwd', 'External')))?.every(isHarmless)).toBe(false)
})
