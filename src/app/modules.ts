import type { Module } from '#src/platform/module.ts'

/** The portal's features. Order is law: each may use only those above it. */
export const modules: readonly Module[] = []
