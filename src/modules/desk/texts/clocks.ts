import type { Text, Texts } from '#src/kernel/lang.ts'
import { counted, type Forms } from '#src/language/plurals.ts'

const hours: Forms = { ky: 'саат', ru: ['час', 'часа', 'часов'], en: ['hour', 'hours'] }
const workingHours: Forms = {
  ky: 'жумуш сааты',
  ru: ['рабочий час', 'рабочих часа', 'рабочих часов'],
  en: ['working hour', 'working hours'],
}
const workingDays: Forms = {
  ky: 'жумушчу күн',
  ru: ['рабочий день', 'рабочих дня', 'рабочих дней'],
  en: ['working day', 'working days'],
}
const aroundTheClock = ({ ky, ru, en }: Text): Text => ({
  ky: `${ky} (күнү-түнү)`,
  ru: `${ru} (круглосуточно)`,
  en: `${en} (day and night)`,
})

export const clockTexts = {
  running: { ky: 'жүрүп жатат', ru: 'идёт', en: 'running' },
  paused: { ky: 'токтоп турат', ru: 'приостановлен', en: 'paused' },
  met: { ky: 'аткарылды', ru: 'выполнен', en: 'met' },
  late: { ky: 'мөөнөтү өттү', ru: 'просрочен', en: 'overdue' },
  ended: { ky: 'жабылды', ru: 'прекращён', en: 'ended' },
  metLate: { ky: 'кечигүү менен', ru: 'с опозданием', en: 'late' },
  metAt: (when: string) => ({ ky: `аткарылды: ${when}`, ru: `выполнен: ${when}`, en: `met: ${when}` }),
  expected: { ky: 'эң кеч дегенде', ru: 'самое позднее', en: 'at the latest' },
  provisional: {
    ky: 'болжолдуу: бул жылдын календары азырынча жарыялана элек',
    ru: 'предварительно: календарь на этот год ещё не опубликован',
    en: 'provisional: the calendar for that year has not been published yet',
  },
  earlierRound: (round: number) => ({
    ky: `Кайра ачылганга чейинки мөөнөттөр (${round})`,
    ru: `Сроки до повторного открытия (${round})`,
    en: `Deadlines before it was reopened (${round})`,
  }),
  howCounted: { ky: 'Мөөнөт кантип эсептелди', ru: 'Как посчитан срок', en: 'How this was counted' },
  from: (when: string) => ({ ky: `Башталышы: ${when}`, ru: `Начало: ${when}`, en: `From: ${when}` }),
  target: { ky: 'кызматтын өз убадасы', ru: 'собственное обещание службы', en: 'the service’s own promise' },
  notReviewed: {
    ky: 'юрист азырынча текшере элек',
    ru: 'юрист ещё не проверил',
    en: 'not yet checked by a lawyer',
  },
  extended: { ky: 'Мөөнөт узартылган.', ru: 'Срок продлён.', en: 'The deadline was extended.' },
  hour24x7: (count: number) => aroundTheClock(counted(count, hours)),
  workingHour: (count: number) => counted(count, workingHours),
  workingDay: (count: number) => counted(count, workingDays),
} satisfies Texts

export const kyUncertain: readonly (keyof typeof clockTexts)[] = ['provisional', 'earlierRound', 'ended']
