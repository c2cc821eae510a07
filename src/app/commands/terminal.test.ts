import { expect, test } from 'vitest'
import { PROGRESS, sayOn } from './terminal.ts'

function sayOnTo(isTTY: boolean) {
  const written: string[] = []
  let now = 0
  const say = sayOn({ isTTY, write: (text: string) => written.push(text) > 0 }, () => new Date((now += 1_000)))
  return { say, written }
}

test('on a terminal progress stays on its line, and what follows begins a new one', () => {
  const { say, written } = sayOnTo(true)
  for (const line of [`${PROGRESS}1 of 2`, `${PROGRESS}2 of 2`, 'done']) say(line)
  expect(written).toEqual(['\r1 of 2\u001B[K', '\r2 of 2\u001B[K', '\ndone\n'])
})

test('in a file progress is a plain line every few seconds, and everything else is there', () => {
  const { say, written } = sayOnTo(false)
  for (let n = 1; n <= 12; n++) say(`${PROGRESS}${n} of 12`)
  say('done')
  expect(written).toEqual(['5 of 12\n', '10 of 12\n', 'done\n'])
})
