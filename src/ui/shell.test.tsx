import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { langs } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { assetsFrom } from './assets.ts'
import { gallery } from './gallery.tsx'
import { ErrorPage, Page } from './index.ts'

const samplePage: PageContext = {
  lang: 'ky',
  alternates: { ky: '/ky/about', ru: '/ru/about', en: '/en/about' },
  isRehearsal: true,
  serviceName: { ky: 'Мекендеш', ru: 'Мекендеш', en: 'Mekendesh' },
  serviceSubtitle: { ky: 'Кызматтын порталы', ru: 'Портал службы', en: 'Portal of the service' },
  ownerName: { ky: 'Кызмат', ru: 'Служба', en: 'Service' },
  look: { brand: '#9b1b30', css: undefined },
  assets: assetsFrom(undefined),
  csrfToken: 'token',
  staff: { name: 'Айгүл', role: 'operator' },
}

test('nothing in the gallery is inline: no style, no script, no handler', () => {
  for (const { name, render } of gallery) {
    const html = renderToString(render(samplePage))
    expect(html, name).not.toMatch(/<style|<script(?![^>]*\ssrc=)|\sstyle=|\son[a-z]+=/)
  }
})

test('every page says its language, links the others and leads to danger', () => {
  for (const lang of langs) {
    const html = renderToString(<Page page={{ ...samplePage, lang }} title={samplePage.ownerName} />)
    expect(html).toContain(`<html lang="${lang}"`)
    for (const other of langs) expect(html).toContain(`hreflang="${other}" href="/${other}/about"`)
    expect(html).toContain(`href="/${lang}/danger"`)
  }
})

test('a page of an appeal tells the window nothing but the name of the service', () => {
  const html = renderToString(<Page page={samplePage} title="KG-26-4821739-2" isTitleNeutral exit />)
  expect(html).toContain('<title>Мекендеш</title>')
  expect(html).not.toContain('KG-26')
  expect(html).toContain('href="/exit"')
})

test('an error stands first in the title, so that it is the first thing heard', () => {
  const html = renderToString(<Page page={{ ...samplePage, lang: 'ru' }} title="Вопрос" hasErrors />)
  expect(html).toContain('<title>Ошибка: Вопрос – Мекендеш</title>')
})

test('a page that exists only once has no language switch; an error page leads home in each language', () => {
  const once = { ...samplePage, alternates: undefined }
  expect(renderToString(<Page page={once} title="x" />)).not.toContain('mek-languages')
  const html = renderToString(<ErrorPage page={once} title="x" />)
  for (const lang of langs) expect(html).toContain(`href="/${lang}" lang="${lang}"`)
})

test('a page without a form does not ask for a token, so nobody is given its cookie', () => {
  const page = {
    ...samplePage,
    get csrfToken(): string {
      throw new Error('asked for a token')
    },
  }
  expect(() => renderToString(<Page page={page} title="x" exit />)).not.toThrow()
  expect(() => renderToString(<ErrorPage page={page} title="x" />)).not.toThrow()
})

test('built files are named as the manifest says, and plainly where there is none', () => {
  const built = assetsFrom({ 'src/ui/styles/public.scss': { file: 'assets/public-1a.css' } })
  expect(built.css).toBe('/assets/public-1a.css')
  expect(built.script('base')).toBe('/assets/base.js')
})
