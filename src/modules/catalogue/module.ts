import type { Module } from '#src/platform/module.ts'
import { noteCatalogue } from './note-catalogue.ts'

/** Has no pages, jobs or tables: its files are read once at start (src/app/portal.ts). */
export const catalogueModule: Module = { name: 'catalogue', uses: ['audit'], seed: noteCatalogue }
