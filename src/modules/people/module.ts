import type { Module } from '#src/platform/module.ts'

// What the app plugs in. Only src/app imports this file.
export const peopleModule: Module = { name: 'people', uses: ['audit', 'notices'] }
