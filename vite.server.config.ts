import { defineConfig } from 'vite'

// The server as one file for production: it starts in a second, and everything of npm stays outside the bundle. Beside it
// the process that reads one file of a stranger.
export default defineConfig({
  build: {
    ssr: true,
    rolldownOptions: { input: { main: 'src/main.ts', 'file-worker': 'src/modules/files/clean-file/worker.ts' } },
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node24',
    sourcemap: true,
    minify: false,
  },
  ssr: { noExternal: [/^#/] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
})
