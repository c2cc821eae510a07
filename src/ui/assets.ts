import type { PageContext } from '#src/kernel/page.ts'

/** Vite's dist/client/.vite/manifest.json: source file → built file. */
export type Manifest = Readonly<Record<string, { readonly file: string }>>

/** The addresses pages use. Without a manifest (tests, dev) the names carry no hash. */
export function assetsFrom(manifest: Manifest | undefined): PageContext['assets'] {
  const address = (source: string, unhashed: string) => `/${manifest?.[source]?.file ?? `assets/${unhashed}`}`
  return {
    css: address('src/ui/styles/public.scss', 'public.css'),
    staffCss: address('src/ui/styles/staff.scss', 'staff.css'),
    script: (island) => address(`src/islands/${island}.ts`, `${island}.js`),
  }
}
