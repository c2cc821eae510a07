import type { Texts } from '#src/kernel/lang.ts'

/** Going on with a draft on another device, and two devices that changed the same screen. */
export const resumeTexts = {
  takeAlong: {
    ky: 'Башка түзмөктөн улантуу',
    ru: 'Продолжить на другом устройстве',
    en: 'Continue on another device',
  },
  takeAlongBody: {
    ky: 'Жазганыңызды сактап, код беребиз. Ал код менен кайрылууну башка телефондон же компьютерден улантасыз.',
    ru: 'Мы сохраним написанное и дадим код. С ним вы продолжите обращение на другом телефоне или компьютере.',
    en: 'We keep what you wrote and give you a code. With it you can go on on another phone or computer.',
  },
  takeAlongButton: { ky: 'Сактап, код алуу', ru: 'Сохранить и получить код', en: 'Save and get a code' },

  codeTitle: { ky: 'Башка түзмөк үчүн код', ru: 'Код для другого устройства', en: 'Code for another device' },
  codeTitleKept: {
    ky: 'Бул жерде калган кайрылуунун коду',
    ru: 'Код обращения, которое осталось незаконченным',
    en: 'Code of the appeal you left unfinished',
  },
  codeHow: {
    ky: 'Кодду жазып алыңыз. Башка телефондон же компьютерден ушул даректи ачып, кодду териңиз:',
    ru: 'Запишите код. На другом телефоне или компьютере откройте этот адрес и введите код:',
    en: 'Write the code down. On the other phone or computer open this address and type the code:',
  },
  codeUntil: {
    ky: 'Код кайрылуу жөнөтүлгөнгө чейин, көп дегенде 30 күн иштейт.',
    ru: 'Код действует, пока обращение не отправлено, но не дольше 30 дней.',
    en: 'The code works until the appeal is sent, for 30 days at most.',
  },
  codeSecret: {
    ky: 'Кодду билген адам жазганыңызды окуй алат: аны эч кимге көрсөтпөңүз.',
    ru: 'Кто знает код, может прочитать написанное: никому его не показывайте.',
    en: 'Whoever knows the code can read what you wrote: show it to nobody.',
  },
  codeGoOn: { ky: 'Бул жерден улантуу', ru: 'Продолжить здесь', en: 'Continue here' },
  codeGoOnOther: {
    ky: 'Код менен ачылган кайрылууга өтүү',
    ru: 'Перейти к обращению, открытому по коду',
    en: 'Go to the appeal opened by code',
  },

  codeLeaveHint: {
    ky: 'Бул түзмөктү башкалар да колдонсо, жазганыңызды бул жерден алып салыңыз. Код менен кайра ачасыз.',
    ru: 'Если этим устройством пользуются и другие, уберите написанное отсюда. По коду вы откроете его снова.',
    en: 'If others use this device too, take what you wrote away from here. The code opens it again.',
  },
  codeLeave: { ky: 'Бул түзмөктөн алып салуу', ru: 'Убрать с этого устройства', en: 'Take it away from this device' },

  resumeLink: {
    ky: 'Кайрылууну башка түзмөктөн баштаган болсоңуз, код менен улантыңыз',
    ru: 'Начали на другом устройстве? Продолжите по коду',
    en: 'Did you begin on another device? Continue with its code',
  },
  resumeTitle: {
    ky: 'Кайрылууну код менен улантуу',
    ru: 'Продолжить обращение по коду',
    en: 'Continue an appeal with a code',
  },
  resumeIntro: {
    ky: 'Башка түзмөктөн алган кодуңузду териңиз. Жазганыңыз да, кошкон файлдарыңыз да ачылат.',
    ru: 'Введите код, который вы получили на другом устройстве. Откроется всё, что вы написали, и файлы.',
    en: 'Type the code that you were given on the other device. Everything you wrote opens, with its files.',
  },
  code: { ky: 'Код', ru: 'Код', en: 'Code' },
  codeHint: {
    ky: '12 латын тамгасы жана сан, мисалы K7F3-Q2MN-8RTW. Кичине тамга менен терсе да болот.',
    ru: '12 латинских букв и цифр, например K7F3-Q2MN-8RTW. Можно строчными буквами.',
    en: '12 letters and digits, for example K7F3-Q2MN-8RTW. Small letters will do.',
  },
  codeWrong: {
    ky: 'Мындай код менен кайрылуу ачылган жок. Кодду текшериңиз: анда 0, O, 1 жана I болбойт. 30 күндөн кийин код иштебейт.',
    ru: 'По такому коду ничего не открылось. Проверьте его: в коде не бывает 0, O, 1 и I. Через 30 дней код перестаёт действовать.',
    en: 'Nothing opens with this code. Check it: a code never holds 0, O, 1 or I. A code stops working after 30 days.',
  },
  codeAgain: {
    ky: 'Коопсуздук үчүн кодду кайра териңиз',
    ru: 'Для безопасности введите код ещё раз',
    en: 'For your safety, type the code again',
  },
  resumeOpen: { ky: 'Ачуу', ru: 'Открыть', en: 'Open' },

  here: {
    ky: 'Бул түзмөктө бүтө элек кайрылуу бар. Аны эмне кылалы?',
    ru: 'На этом устройстве уже есть незаконченное обращение. Что с ним сделать?',
    en: 'There is already an unfinished appeal on this device. What should become of it?',
  },
  hereKeep: {
    ky: 'Сактап койгула: аны кийин ачууга код алам',
    ru: 'Сохранить: я получу код, чтобы открыть его потом',
    en: 'Keep it: I get a code to open it later',
  },
  hereDelete: { ky: 'Өчүргүлө', ru: 'Удалить', en: 'Delete it' },
  hereWrong: {
    ky: 'Ушул түзмөктөгү кайрылууну сактайлыбы же өчүрөлүбү — тандаңыз',
    ru: 'Выберите, сохранить или удалить обращение на этом устройстве',
    en: 'Choose whether to keep or delete the appeal on this device',
  },

  changedTitle: {
    ky: 'Бул барак башка жерден өзгөртүлгөн',
    ru: 'Этот экран уже изменили в другом месте',
    en: 'This screen was changed elsewhere',
  },
  changedBody: {
    ky: 'Сиз жазып жатканда бул барак башка түзмөктөн же терезеден сакталды. Эки жазууну тең окуп, бирин тандаңыз: экинчиси сакталбайт.',
    ru: 'Пока вы писали, этот экран сохранили на другом устройстве или в другом окне. Прочтите обе записи и выберите одну: вторая не сохранится.',
    en: 'While you were writing, this screen was saved on another device or in another window. Read both and choose one: the other is not kept.',
  },
  changedMine: { ky: 'Ушул жерде жазганыңыз', ru: 'Написано здесь', en: 'What you wrote here' },
  changedTheirs: { ky: 'Башка жерде сакталганы', ru: 'Сохранено в другом месте', en: 'What was saved elsewhere' },
  changedTakeMine: {
    ky: 'Ушул жерде жазылганды калтыруу',
    ru: 'Оставить написанное здесь',
    en: 'Keep what I wrote here',
  },
  changedTakeTheirs: {
    ky: 'Башка жерде сакталганды калтыруу',
    ru: 'Оставить сохранённое в другом месте',
    en: 'Keep what was saved elsewhere',
  },
  changedOtherTopic: {
    ky: 'Башка жерде тема өзгөртүлгөн, эми башка суроолор берилет. Бул жоопторуңуз мурунку темага тиешелүү эле.',
    ru: 'В другом месте сменили тему, и теперь вопросы другие. Эти ответы относились к прежней теме.',
    en: 'The topic was changed elsewhere, so other questions are asked now. These answers were about the earlier topic.',
  },
  changedSinceCheck: {
    ky: 'Сиз текшергенден кийин кайрылуу башка түзмөктөн өзгөртүлдү. Дагы бир жолу окуп чыгып, анан жөнөтүңүз.',
    ru: 'После того как вы проверили обращение, его изменили на другом устройстве. Прочтите ещё раз и отправьте.',
    en: 'Since you checked the appeal it was changed on another device. Read it once more, then send it.',
  },
} satisfies Texts

export const kyUncertain: readonly (keyof typeof resumeTexts)[] = [
  'takeAlong',
  'codeTitleKept',
  'codeWrong',
  'hereKeep',
  'changedBody',
  'changedOtherTopic',
]
