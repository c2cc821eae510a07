import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

const islands = readdirSync('src/islands').filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))

/** Compresses once at build what would otherwise be compressed at every start: the server hands the files out as they are. */
const precompress = (outDir: string): Plugin => ({
  name: 'precompress',
  closeBundle() {
    const folder = join(outDir, 'assets')
    for (const file of readdirSync(folder).filter((name) => /\.(?:css|js|svg)$/.test(name))) {
      const bytes = readFileSync(join(folder, file))
      writeFileSync(join(folder, `${file}.gz`), gzipSync(bytes, { level: 9 }))
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
      writeFileSync(join(folder, `${file}.br`), brotliCompressSync(bytes, { params }))
    }
  },
})

// The browser's part: two sheets and the islands, each its own file with its content's hash in the name.
export default defineConfig({
  publicDir: 'src/ui/public',
  build: {
    outDir: 'dist/client',
    emptyOutDir: true,
    manifest: true,
    target: 'es2017',
    cssTarget: ['chrome80', 'safari13', 'firefox78'],
    // Nothing inline: the content security policy refuses it.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: ['src/ui/styles/public.scss', 'src/ui/styles/staff.scss', ...islands.map((file) => `src/islands/${file}`)],
    },
  },
  css: { preprocessorOptions: { scss: { loadPaths: ['node_modules'], quietDeps: true } } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [precompress('dist/client')],
})
