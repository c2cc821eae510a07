import type { Text, Texts } from '#src/kernel/lang.ts'
import type { DutyGap } from '../rules/duty-cover.ts'

/** What is wrong with the duty list, as the duty page, the administrator's first page and `mekendesh ready` say it. */
export const dutyGapTexts = {
  onlySupervisorsTold: {
    ky: 'Нөөмөттө эч ким жок: өтө шашылыш кайрылуу тууралуу кат көзөмөлдөөчүлөргө гана барат.',
    ru: 'Никто не дежурит: о критическом обращении письмо получат только контролёры.',
    en: 'Nobody is on duty: only the supervisors are told of a critical appeal.',
  },
  nobodyTold: {
    ky: 'Нөөмөттө эч ким жок, иштеп жаткан көзөмөлдөөчү да жок: өтө шашылыш кайрылуу тууралуу эч кимге кабар кетпейт.',
    ru: 'Никто не дежурит, и действующих контролёров нет: о критическом обращении никто не узнает.',
    en: 'Nobody is on duty and there is no active supervisor: no one is told of a critical appeal.',
  },
  noProtectorOnDuty: {
    ky: 'Коргоо тобунан эч ким нөөмөттө эмес: корголгон өтө шашылыш кайрылуу тууралуу кат ошол топтун баарына жана көзөмөлдөөчүлөргө барат.',
    ru: 'Из группы защиты никто не дежурит: о защищённом критическом обращении письмо получат вся группа защиты и контролёры.',
    en: 'Nobody of the protection team is on duty: of a protected critical appeal the whole protection team and the supervisors are told.',
  },
  noProtectors: {
    ky: 'Коргоо тобунда иштеп жаткан эч ким жок: корголгон кайрылууну эч ким ача албайт.',
    ru: 'В группе защиты никто не работает: защищённое обращение никто не сможет открыть.',
    en: 'Nobody works in the protection team: no one can open a protected appeal.',
  },
} satisfies Record<DutyGap, Text>

export const dutyTexts = {
  title: { ky: 'Нөөмөт тизмеси', ru: 'Список дежурных', en: 'Duty list' },
  intro: {
    ky: 'Өтө шашылыш кайрылуу келгенде бул кызматкерлерге бир мүнөттүн ичинде кат жөнөтүлөт; кайрылууну кимдир бирөө алганга чейин ал ар 15 мүнөт сайын кайталанат. Корголгон кайрылуу тууралуу алгач коргоо тобунун нөөмөтчүлөрүнө гана кат барат.',
    ru: 'О критическом обращении этим сотрудникам в течение минуты приходит письмо; оно повторяется каждые 15 минут, пока кто-нибудь не возьмёт обращение. О защищённом обращении сначала узнают только дежурные из группы защиты.',
    en: 'When a critical appeal comes in, these colleagues get an e-mail within a minute, and again every 15 minutes until someone takes it. Of a protected appeal only those of the protection team are told at first.',
  },
  order: { ky: 'Тартиби', ru: 'Порядок', en: 'Order' },
  onDuty: { ky: 'Нөөмөттө', ru: 'Дежурит', en: 'On duty' },
  offDuty: { ky: 'Нөөмөттө эмес', ru: 'Не дежурит', en: 'Off duty' },
  isProtector: { ky: 'коргоо тобунда', ru: 'в группе защиты', en: 'in the protection team' },
  invited: {
    ky: 'аккаунтун даярдай элек: кайрылууну азырынча ача албайт, ага кат барбайт',
    ru: 'ещё не настроил учётную запись: открыть обращение пока не может, письма не получит',
    en: 'has not finished setting up: cannot open an appeal yet and gets no e-mail',
  },
  disabled: {
    ky: 'аккаунту жабылган: кайрылууну ача албайт, ага кат барбайт',
    ru: 'учётная запись отключена: открыть обращение не может, письма не получит',
    en: 'the account is disabled: cannot open an appeal and gets no e-mail',
  },
  roleWorksNot: {
    ky: 'бул ролдо кайрылуулар менен иштебейт, ага кат барбайт',
    ru: 'с этой ролью с обращениями не работают, письма не получит',
    en: 'this role does not work on appeals and gets no e-mail',
  },
  up: { ky: 'Жогору', ru: 'Выше', en: 'Up' },
  turnOff: { ky: 'Нөөмөттөн чыгаруу', ru: 'Снять с дежурства', en: 'Take off duty' },
  turnOn: { ky: 'Нөөмөткө коюу', ru: 'Поставить на дежурство', en: 'Put on duty' },
  remove: { ky: 'Тизмеден алып салуу', ru: 'Убрать из списка', en: 'Remove from the list' },
  whom: { ky: 'Кимди кошобуз?', ru: 'Кого добавить?', en: 'Who is to be added?' },
  add: { ky: 'Тизмеге кошуу', ru: 'Добавить в список', en: 'Add to the list' },
  onlyReady: {
    ky: 'Аккаунтун даярдап бүтө электер бул тизмеде жок.',
    ru: 'Тех, кто ещё не настроил учётную запись, в этом списке нет.',
    en: 'Colleagues who have not finished setting up their account are not listed.',
  },
  nobodyToAdd: {
    ky: 'Кошула турган башка кызматкер жок.',
    ru: 'Больше добавить некого.',
    en: 'There is nobody else to add.',
  },
  changed: { ky: 'Нөөмөт тизмеси өзгөртүлдү', ru: 'Список дежурных изменён', en: 'The duty list was changed' },
  notSetUp: {
    ky: 'Бул кызматкер аккаунтун даярдап бүтө элек: кайрылууну ача албайт. Башкасын тандаңыз',
    ru: 'Этот сотрудник ещё не настроил учётную запись и не сможет открыть обращение. Выберите другого',
    en: 'This colleague has not finished setting up the account and could not open an appeal. Choose another',
  },
} satisfies Texts

export const kyUncertain: readonly (keyof typeof dutyTexts)[] = ['intro', 'turnOff', 'turnOn']
