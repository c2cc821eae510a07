/** Of a DOCX: a part is one file of the zip. All pure; what a part may be and what of its words stays. */

export type Parts = ReadonlyMap<string, Buffer>

export const isImage = (name: string) => /^word\/media\/[^/]+\.(jpe?g|png)$/i.test(name)
export const isXml = (name: string) => /\.(xml|rels)$/i.test(name)

/** Who wrote it, where, for how long, and a small picture of it; what a company's server hung to it; who may change it. */
const personal = /^(docProps|customXml)\/|^word\/(people\.xml|printerSettings\/)|\/printerSettings\/|^_xmlsignatures\//i
export const isPersonal = (name: string) => personal.test(name)

/** Words, looks and drawings. Anything else might be a program, another file or what nobody can look into. */
const known = [
  /^\[Content_Types\]\.xml$/,
  /^_rels\/\.rels$/,
  /^word\/_rels\/[\w.-]+\.xml\.rels$/,
  /^word\/[\w.-]+\.xml$/,
  /^word\/(theme|charts|diagrams|glossary)\/(_rels\/)?[\w.-]+\.xml(\.rels)?$/,
  /^word\/media\/[\w.-]+\.(jpe?g|png|gif|emf|wmf)$/i,
  /^word\/(fonts\/[\w.-]+\.(odttf|ttf))$/i,
]
export const isKnown = (name: string) =>
  known.some((pattern) => pattern.test(name)) && !/vba|activex|embeddings/i.test(name)

type Relation = Readonly<Record<string, string>>

const relationMark = /<Relationship((?:\s+\w+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))+)\s*(?:\/>|>\s*<\/Relationship>)/g
const frame =
  /^\uFEFF?(<\?xml[^<>]*\?>)?\s*<Relationships(\s+xmlns\s*=\s*["'][^"'<>]*["'])?\s*(\/>|>\s*<\/Relationships>)\s*$/

/** All relations of a part, or nothing where they are written in any other way than programs for documents write them. */
export function readRelations(xml: string): Relation[] | undefined {
  // A sign written by its number could hide the word that is looked for.
  if (xml.includes('&#') || !frame.test(xml.replace(relationMark, ''))) return undefined
  const relations = [...xml.matchAll(relationMark)].map(([, said = '']) =>
    [...said.matchAll(/(\w+)\s*=\s*["']([^"']*)["']/g)].map(([, name = '', value = '']) => [name, value] as const),
  )
  // Of what is said twice one reader takes the first, another the last.
  if (relations.some((pairs) => new Set(pairs.map(([name]) => name)).size < pairs.length)) return undefined
  return relations.map((pairs) => Object.fromEntries(pairs))
}

/** Named by the path to it on the writer's machine, and asked for when the document is opened. */
const isTemplate = ({ Type = '' }: Relation) => Type.endsWith('/attachedTemplate')

const fetched = /\/(oleObject|package|aFChunk|control|vbaProject|frame|subDocument|keyMapCustomizations)$/i

/** A link that a person taps is a text like any other; whatever a program would fetch or start by itself is not. */
export function isHarmless(relation: Relation): boolean {
  // It is left out (withoutPersonal).
  if (isTemplate(relation)) return true
  const { Type = '', Target = '', TargetMode = '' } = relation
  if (fetched.test(Type)) return false
  if (TargetMode === '' || TargetMode === 'Internal') return true
  return Type.endsWith('/hyperlink') && /^(https?:\/\/|mailto:)/i.test(Target)
}

/** Without the relations to parts that are left out. */
export const withoutPersonal = (xml: string): string =>
  xml.replace(relationMark, (whole, said: string) => {
    const target = /\sTarget\s*=\s*["']\/?(?:\.\.\/)*([^"']*)["']/.exec(said)?.[1] ?? ''
    return isTemplate({ Type: /\sType\s*=\s*["']([^"']*)/.exec(said)?.[1] ?? '' }) ||
      isPersonal(target) ||
      isPersonal(`word/${target}`)
      ? ''
      : whole
  })

const mainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

/** What each part is called by type; the document itself must be one without programs. */
export function cleanTypes(xml: string): string | undefined {
  if (xml.includes('&#') || !xml.includes(`"${mainType}"`) || /macroEnabled|vbaProject|activeX|oleObject/i.test(xml))
    return undefined
  return xml.replace(/<Override\s[^<>]*>/g, (whole) =>
    isPersonal(/PartName\s*=\s*["']\/?([^"']*)["']/.exec(whole)?.[1] ?? '') ? '' : whole,
  )
}

/** Fields that start a program or fetch something when the document is opened. */
const fields = /\b(DDE|DDEAUTO|INCLUDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|MACROBUTTON|DATABASE|RD)\b/i
/** Where a link leads may be called anything. Within one field: a quote left open must not hide the next. */
const links = /\bHYPERLINK\s+(?:\\\w\s+)*(?:"|&quot;)(?:(?!&quot;)[^"\n])*(?:"|&quot;)/gi

/** A field's words may be cut in pieces, each in its own mark; between two fields stands a mark of where they begin or end. */
export function hasActiveField(xml: string): boolean {
  const marks = xml.matchAll(/<\w+:instrText\b[^<>]*>([^<]*)<|<\w+:fldChar\b|\s\w+:instr\s*=\s*("[^"]*"|'[^']*')/g)
  const words = [...marks].map(([, piece, simple]) => piece ?? `\n${simple?.slice(1, -1) ?? ''}\n`).join('')
  return words.includes('&#') || fields.test(words.replace(links, ''))
}

/** Names of whoever wrote or noted something, when, and the numbers by which two documents of one machine are known. */
export const withoutNames = (xml: string): string =>
  xml
    .replace(/(\s\w+:(?:author|initials|userId|providerId)\s*=\s*)("[^"]*"|'[^']*')/g, '$1""')
    .replace(/(\s\w+:date\s*=\s*)("[^"]*"|'[^']*')/g, '$1"2000-01-01T00:00:00Z"')
    .replace(/\s\w+:rsid\w*\s*=\s*("[^"]*"|'[^']*')/g, '')
    .replace(/<\w+:attachedTemplate\b[^<>]*\/>/g, '')
    .replace(/<w:rsids>.*?<\/w:rsids>/gs, '')
