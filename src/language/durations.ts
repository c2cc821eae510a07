import type { Lang } from '#src/kernel/lang.ts'
import { counted } from './plurals.ts'

const minutesForms = { ky: 'мүнөт', ru: ['минута', 'минуты', 'минут'], en: ['minute', 'minutes'] } as const
const hoursForms = { ky: 'саат', ru: ['час', 'часа', 'часов'], en: ['hour', 'hours'] } as const
const workingDaysForms = {
  ky: 'жумушчу күн',
  ru: ['рабочий день', 'рабочих дня', 'рабочих дней'],
  en: ['working day', 'working days'],
} as const

/** Minutes as hours and minutes, rounded to whole ones: "3 саат 30 мүнөт", "3 часа 30 минут", "3 hours 30 minutes". */
export function formatMinutes(minutes: number, lang: Lang): string {
  const whole = Math.round(minutes)
  const [hours, rest] = [Math.floor(whole / 60), whole % 60]
  const parts = [
    ...(hours > 0 ? [counted(hours, hoursForms)[lang]] : []),
    ...(rest > 0 || hours === 0 ? [counted(rest, minutesForms)[lang]] : []),
  ]
  return parts.join(' ')
}

/** "5 жумушчу күн", "5 рабочих дней", "5 working days". */
export const formatWorkingDayCount = (days: number, lang: Lang): string => counted(days, workingDaysForms)[lang]
