import { defineConfig } from 'vite'

// The server as one file for production: it starts in a second, and everything of npm stays outside the bundle.
export default defineConfig({
  build: {
    ssr: 'src/main.ts',
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node24',
    sourcemap: true,
    minify: false,
  },
  ssr: { noExternal: [/^#/] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
})
