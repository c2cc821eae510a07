import { expect, test } from 'vitest'
import { acceptedFiles } from '#src/modules/files/rules.ts'
import { inMinutes, pickFormat } from './voice-format.ts'

test('a recording is made in what the browser can and the server takes: WebM, else OGG, else M4A, else not at all', () => {
  const browsers = {
    webm: (type: string) => /webm|ogg/.test(type),
    ogg: (type: string) => type.startsWith('audio/ogg'),
    m4a: (type: string) => type === 'audio/mp4',
  }
  for (const [extension, records] of Object.entries(browsers))
    expect(pickFormat(acceptedFiles, records)?.extension).toBe(extension)
  expect(pickFormat(acceptedFiles, () => false)).toBeUndefined()
  expect(pickFormat('image/jpeg,application/pdf', () => true)).toBeUndefined()
})

test('the time is said in minutes and two figures of seconds', () => {
  expect([0, 9, 60, 125, 180].map(inMinutes)).toEqual(['0:00', '0:09', '1:00', '2:05', '3:00'])
})
