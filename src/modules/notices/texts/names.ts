import type { Text } from '#src/kernel/lang.ts'
import type { NoticeState, NoticeTemplate } from '../rules.ts'

/** What a notice is about, as staff see it in lists. */
export const templateNames = {
  received: { ky: 'Кабыл алынды', ru: 'Принято', en: 'Received' },
  question: { ky: 'Суроо берилди', ru: 'Задан вопрос', en: 'A question' },
  answer: { ky: 'Жооп берилди', ru: 'Дан ответ', en: 'An answer' },
  termExtended: { ky: 'Мөөнөтү узартылды', ru: 'Срок продлён', en: 'Term extended' },
  closed: { ky: 'Жабылды', ru: 'Закрыто', en: 'Closed' },
  contactCode: { ky: 'Байланышты ырастоо', ru: 'Подтверждение контакта', en: 'Contact check' },
  criticalAppeal: { ky: 'Нөөмөтчүгө: өтө шашылыш', ru: 'Дежурному: критическое', en: 'To the duty list: critical' },
  staffInvite: { ky: 'Кызматкерди чакыруу', ru: 'Приглашение сотрудника', en: 'Staff invitation' },
  staffReset: { ky: 'Кирүүнү калыбына келтирүү', ru: 'Восстановление входа', en: 'Sign-in reset' },
} as const satisfies Record<NoticeTemplate, Text>

export const noticeStateNames = {
  waiting: { ky: 'жөнөтүлө элек', ru: 'ждёт отправки', en: 'waiting' },
  sent: { ky: 'жөнөтүлдү', ru: 'отправлено', en: 'sent' },
  failed: { ky: 'жөнөтүлгөн жок, кайра аракет болот', ru: 'не ушло, повторим', en: 'not sent, will be tried again' },
  dead: { ky: 'жөнөтүлгөн жок, аракет токтоду', ru: 'не ушло, попытки кончились', en: 'not sent, tries are over' },
} as const satisfies Record<NoticeState, Text>
