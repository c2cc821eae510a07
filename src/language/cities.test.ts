import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { isTimeZone } from '#src/kernel/time-zone.ts'
import { cityOf, inCity, namedZones } from './cities.ts'
import { kyIn } from './kyrgyz-suffixes.ts'

test('every zone of every country of the catalogue has a city in three languages', () => {
  const file = z.object({ countries: z.array(z.object({ timeZones: z.array(z.string()) })) })
  const { countries } = file.parse(JSON.parse(readFileSync('catalogue/countries.json', 'utf8')))
  const zones = new Set(countries.flatMap((country) => country.timeZones))
  expect([...zones].filter((zone) => !namedZones.includes(zone))).toEqual([])
  expect(namedZones.filter((zone) => !isTimeZone(zone))).toEqual([])
})

test('a city stands in its case', () => {
  expect(inCity('Europe/Moscow')).toEqual({ ky: 'Москвада', ru: 'в Москве', en: 'in Moscow' })
  expect(inCity('Asia/Vladivostok').ru).toBe('во Владивостоке')
  expect(inCity('Europe/Warsaw').ru).toBe('в Варшаве')
  expect(inCity('Europe/Vilnius').ru).toBe('в Вильнюсе')
  expect(cityOf('Asia/Kolkata')).toEqual({ ky: 'Жаңы Дели', ru: 'Нью-Дели', en: 'New Delhi' })
})

test('the Kyrgyz ending follows the word’s last vowel and its last letter', () => {
  const places = [
    'Бишкек',
    'Ош',
    'Токио',
    'Сеул',
    'Москва',
    'Брюссель',
    'Париж',
    'Алматы',
    'Нью-Йорк',
    'Вильнюс',
    'Түркөй',
  ]
  expect(places.map(kyIn)).toEqual([
    'Бишкекте',
    'Ошто',
    'Токиодо',
    'Сеулда',
    'Москвада',
    'Брюсселде',
    'Парижде',
    'Алматыда',
    'Нью-Йоркто',
    'Вильнюста',
    'Түркөйдө',
  ])
})

test('a zone we do not know keeps the name it has', () => {
  expect(cityOf('America/Argentina/Buenos_Aires').ky).toBe('Buenos Aires')
  expect(inCity('Asia/Kathmandu')).toEqual({
    ky: 'Kathmandu убактысы боюнча',
    ru: 'по времени Kathmandu',
    en: 'in Kathmandu',
  })
})
