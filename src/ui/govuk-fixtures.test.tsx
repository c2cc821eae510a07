import { readFileSync } from 'node:fs'
import type { JSX } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { type Leaving, normalised } from './fixtures/html.ts'
import * as fields from './fixtures/fields.tsx'
import { LeftOut, Options } from './fixtures/options.ts'
import * as parts from './fixtures/parts.tsx'
import { PageLangProvider } from './page-lang.tsx'

/**
 * Our components against GOV.UK Frontend's own fixtures, in English. A fixture is left out when it uses an option
 * ours does not have; every such option stands here with its reason, and one that no fixture uses fails the test.
 */
const leftOut: readonly (readonly [string, readonly string[]])[] = [
  [
    'classes and attributes of inner parts: a look of its own belongs into the style sheet',
    [
      'attributes classes countMessage errorList.attributes fieldset.classes head.attributes head.classes inputWrapper',
      'items.attributes items.classes items.label.attributes items.label.classes items.status.classes legend.classes',
      'items.status.tag.attributes prefix.attributes prefix.classes suffix.attributes suffix.classes rows.key.classes',
      'rows.actions.classes rows.actions.items.attributes rows.actions.items.classes rows.attributes rows.classes',
    ],
  ],
  ['pieces before and after a field inside its group: compose with FormGroup', ['formGroup']],
  ['cells over several columns or rows', ['head.rowspan rows.rowspan']],
  ['words that are always our own, in three languages', ['text html charactersUnderLimitText textareaDescriptionText']],
  ['an error is plain words in three languages', ['errorList.html titleHtml']],
  ['the name read out for a page number is always ours', ['items.visuallyHiddenText']],
  ['words are counted by characters only, and always to a limit', ['countType no-maxlength']],
  ['the drop zone of the file field needs a script of 7 kB', ['javascript chooseFilesButtonText']],
  ['a file field cannot be filled in', ['value']],
  ['one list of parts says it in one way', ['items day.classes day.label']],
  ['the interruption panel is not used', ['interruption actions']],
  ['what goes somewhere without a form is a link', ['isStartButton-without-href']],
  ['each option has a value', ['items.no-value']],
  ['an item is given or not', ['items-with-empty-ones']],
  ['incomplete on purpose', ['card.no-title no-errorList no-errorMessage no-fieldset no-words']],
]
const leftOutOptions = leftOut.flatMap(([, options]) => options).flatMap((options) => options.split(' '))

type Show = (options: Options) => JSX.Element
const components: Readonly<Record<string, { show: Show; leaving?: Leaving }>> = {
  'back-link': { show: parts.backLink },
  breadcrumbs: { show: parts.breadcrumbs },
  button: { show: parts.button },
  // The words for the script are always ours: GOV.UK's are English and built into the script.
  'character-count': { show: fields.characterCount, leaving: { attributes: /^data-(i18n|count-type)/ } },
  checkboxes: { show: fields.checkboxes },
  // GOV.UK's names are a bare "day" without a prefix: two dates on one page could not be told apart.
  'date-input': { show: fields.dateInput, leaving: { attributes: /^name$/ } },
  details: { show: parts.details },
  'error-message': { show: fields.errorMessage },
  'error-summary': { show: parts.errorSummary },
  'exit-this-page': { show: parts.exitThisPage, leaving: { attributes: /^data-i18n/, words: true } },
  fieldset: { show: fields.fieldset },
  'file-upload': { show: fields.fileUpload },
  hint: { show: fields.hint },
  input: { show: fields.input },
  'inset-text': { show: parts.insetText },
  label: { show: fields.label },
  'notification-banner': { show: parts.notificationBanner },
  pagination: { show: parts.pagination },
  panel: { show: parts.panel },
  radios: { show: fields.radios },
  select: { show: fields.select },
  'skip-link': { show: parts.skipLink },
  'summary-list': { show: parts.summaryList },
  table: { show: parts.table },
  tag: { show: parts.tag },
  'task-list': { show: parts.taskList },
  textarea: { show: fields.textarea },
  'warning-text': { show: parts.warningText },
}

type Fixture = { readonly name: string; readonly options: unknown; readonly html: string }

const fixturesOf = (component: string): Fixture[] =>
  JSON.parse(readFileSync(`node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`, 'utf8'))
    .fixtures

/** Our component for a fixture's options, or the option it leaves out. */
function shown(show: Show, given: unknown): JSX.Element | LeftOut {
  const options = new Options(given)
  try {
    const element = show(options)
    options.done()
    return element
  } catch (error) {
    if (error instanceof LeftOut) return error
    throw error
  }
}

const html = (element: JSX.Element) => renderToString(<PageLangProvider value="en">{element}</PageLangProvider>)

const met = new Set<string>()
let compared = 0

for (const [component, { show, leaving }] of Object.entries(components)) {
  for (const fixture of fixturesOf(component)) {
    const element = shown(show, fixture.options)
    if (element instanceof LeftOut) {
      met.add(element.option.replaceAll(' ', '-'))
      continue
    }
    compared += 1
    test(`${component}: "${fixture.name}" is rendered as GOV.UK Frontend does`, () => {
      expect(normalised(html(element), leaving)).toBe(normalised(fixture.html, leaving))
    })
  }
}

test('what is left out has a reason, and no reason is out of date', () => {
  expect([...met].toSorted()).toEqual(leftOutOptions.toSorted())
})

test('most fixtures are compared', () => {
  expect(compared).toBeGreaterThan(400)
})
