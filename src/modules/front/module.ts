import type { Module } from '#src/platform/module.ts'
import { registerFront } from './routes.tsx'

export const frontModule: Module = {
  name: 'front',
  uses: ['catalogue', 'follow'],
  routes: registerFront,
}
