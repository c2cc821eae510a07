import { makeZip, type ZipFile } from './make-zip.ts'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const P = 'http://schemas.openxmlformats.org/package/2006'
const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** A relation of the document to what its words need. */
export const aRelation = (type: string, target: string, mode = '') =>
  `<Relationship Id="r${type}" Type="${R}/${type}" Target="${target}"${mode === '' ? '' : ` TargetMode="${mode}"`}/>`

export const textFile = (name: string, text: string): ZipFile => ({ name, bytes: Buffer.from(text) })

type Named = {
  readonly words?: string
  readonly relations?: string
  readonly more?: readonly ZipFile[]
  readonly type?: string
  readonly before?: string
}

/** A DOCX as Word writes it, with everything that tells of its writer. */
export const aDocument = ({
  words = 'Келишим',
  relations = '',
  more = [],
  type = main,
  before = '',
}: Named = {}): Buffer =>
  makeZip([
    textFile(
      '[Content_Types].xml',
      `${head}<Types xmlns="${P}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${type}"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    ),
    textFile(
      '_rels/.rels',
      `${head}<Relationships xmlns="${P}/relationships"><Relationship Id="r1" Type="${R}/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="${P}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    ),
    textFile('docProps/core.xml', `${head}<core><creator>Canary-writer</creator></core>`),
    textFile(
      'word/_rels/document.xml.rels',
      `${head}<Relationships xmlns="${P}/relationships">${relations}</Relationships>`,
    ),
    textFile(
      'word/document.xml',
      `${head}${before}<w:document xmlns:w="${W}"><w:body><w:p w:rsidR="00CA0001"><w:ins w:id="1" w:author="Canary-writer" w:date="2026-01-02T03:04:05Z"><w:r><w:t>${words}</w:t></w:r></w:ins></w:p></w:body></w:document>`,
    ),
    ...more,
  ])

/** Words of a field, which Word carries out. */
export const aField = (...pieces: readonly string[]) =>
  `</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>${pieces.map((piece) => `<w:r><w:instrText>${piece}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>`
