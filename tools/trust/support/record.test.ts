import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepResult } from './record.ts'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'mekendesh-record-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const here = { date: '2026-11-22', version: 'abc', cores: 2, load: 1.5, seconds: 3 }
const quick = { ...here, isBroken: false, kind: 'quick' } as const
const page = () => readFileSync(join(folder, 'trust.md'), 'utf8')
const found = (goal: string, figure: string, pass: boolean) => ({ goal, figure, target: 'none', pass })

test('goals are run one by one, and each result stands in the place of the last of its kind', () => {
  keepResult(found('R10', 'first', true), quick, folder)
  keepResult(found('R2', '3 lost', false), quick, folder)
  keepResult(found('R10', 'second', true), { ...quick, kind: 'long' }, folder)
  keepResult(found('R10', 'third', true), quick, folder)
  const rows = page()
    .match(/^\| R.*$/gm)
    ?.map((row) => row.split(' | ').slice(0, 5))
  expect(rows).toEqual([
    ['| R2', 'quick', '3 lost', 'none', 'FAIL'],
    ['| R10', 'long', 'second', 'none', 'pass'],
    ['| R10', 'quick', 'third', 'none', 'pass'],
  ])
  expect(page()).toContain('- R2 fails in its quick run: 3 lost.')
})

test('whether a goal was seen red is kept beside it, and a goal that passes broken is called no test', () => {
  keepResult(found('S9', 'nothing', true), quick, folder)
  expect(page()).toContain('| not yet |')
  keepResult(found('S9', '7 found', false), { ...quick, isBroken: true }, folder)
  expect(page()).toContain('| yes: 7 found (abc, 2026-11-22) |')
  expect(page()).toContain('| S9 | quick | nothing | none | pass |')
  keepResult(found('S9', '0 found', true), { ...quick, isBroken: true }, folder)
  expect(page()).toContain('- S9 passes although the product was broken: it is no test.')
})

test('what was skipped when broken is not called red', () => {
  keepResult({ ...found('R3', 'not tried', true), skipped: 'no root' }, { ...quick, isBroken: true }, folder)
  expect(page()).not.toContain('R3')
})

test('what people wrote below stays', () => {
  keepResult(found('R1', 'x', true), quick, folder)
  writeFileSync(join(folder, 'trust.md'), `${page().trimEnd()}\n\nThe machine was old.\n`)
  keepResult(found('R1', 'y', true), quick, folder)
  expect(page()).toContain('The machine was old.')
})
