import {
  Button,
  ButtonGroup,
  ButtonLink,
  ClockBox,
  Code,
  Details,
  Form,
  LargePicture,
  Messages,
  Page,
  ReceiptPanel,
  SecretWords,
  SessionWarning,
  Textarea,
  Timeline,
} from '#src/ui/index.ts'
import { aPicture, type Sample, text } from './sample.tsx'

const t = {
  appeal: text('Менин кайрылуум', 'Моё обращение', 'My appeal'),
  unpaid: text('Айлык төлөнбөй жатат', 'Не выплачена зарплата', 'Wages not paid'),
  received: text('Кайрылууңуз кабыл алынды', 'Ваше обращение принято', 'We have received your appeal'),
  number: text('Номери', 'Номер', 'Number'),
  writeDown: text('Төрт сөзүңүздү жазып алыңыз', 'Запишите четыре слова', 'Write down your four words'),
  writeDownWhy: text(
    'Бул сөздөрсүз жоопту окуй албайсыз. Биз аларды сактабайбыз.',
    'Без этих слов вы не прочитаете ответ. Мы их не храним.',
    'Without these words you cannot read the answer. We do not keep them.',
  ),
  digits: text('Же 14 сан:', 'Или 14 цифр:', 'Or 14 digits:'),
  print: text('Басып чыгаруу', 'Напечатать', 'Print'),
  prove: text('Жазып алдым', 'Записал', 'I wrote them down'),
  whatNext: text('Эми эмне болот', 'Что будет дальше', 'What happens next'),
  now: text('азыр', 'сейчас', 'now'),
  withTeam: text('Кайрылуу «Россия» тобунда', 'Обращение в группе «Россия»', 'Your appeal is with the team “Russia”'),
  byLaw: text('11-декабрга чейин', 'до 11 декабря', 'by 11 December'),
  answer: text('Мыйзам боюнча жооп', 'Ответ по закону', 'Answer by law'),
  waits: text('Юрист жообуңузду күтүп жатат', 'Юрист ждёт вашего ответа', 'A lawyer is waiting for your reply'),
  clock: text(
    'Мыйзам боюнча жооп: 11-декабрга, жумага чейин',
    'Ответ службы по закону: до пятницы, 11 декабря',
    'Answer by law: by Friday 11 December',
  ),
  clockBody: text(
    'Сизди күтүп турганда биздин кыска мөөнөт токтоп турат. Суроо кечээ 15:20да берилди (Бишкекте 18:20).',
    'Наш собственный, более короткий срок стоит, пока мы ждём вас. Вопрос задан вчера в 15:20 по Москве (18:20 в Бишкеке).',
    'Our own, shorter term stands still while we wait for you. The question was asked yesterday at 15:20 in Moscow (18:20 in Bishkek).',
  ),
  counted: text('Мөөнөт кантип эсептелди', 'Как посчитан срок', 'How this was counted'),
  you: text('Сиз', 'Вы', 'You'),
  lawyer: text('Юрист, «Россия» тобу', 'Юрист, группа «Россия»', 'Lawyer, team “Russia”'),
  firstDay: text('20-ноябрь, 21:04', '20 ноября, 21:04', '20 November, 21:04'),
  secondDay: text('21-ноябрь, 15:20', '21 ноября, 15:20', '21 November, 15:20'),
  message: text(
    'Эки айдан бери акча төлөнбөй жатат, он эки кишибиз. Прораб «кийин» дейт. Келишим бар, сүрөтүн коштум.',
    'Нам не платят два месяца, нас двенадцать человек. Прораб говорит «потом». Договор есть, фото приложил.',
    'We have not been paid for two months, there are twelve of us. The foreman says “later”. There is a contract, photo attached.',
  ),
  question: text(
    'Саламатсызбы. Келишим туура. Фирманын ИННин (келишимдин башында) жана объекттин дарегин жазып жибериңиз.',
    'Здравствуйте. Договор в порядке. Напишите, пожалуйста, ИНН фирмы (есть в шапке договора) и адрес объекта.',
    'Good day. The contract is in order. Please send the tax number of the company (at the top) and the address of the site.',
  ),
  yourReply: text('Жообуңуз', 'Ваш ответ', 'Your reply'),
  send: text('Жөнөтүү', 'Отправить', 'Send'),
  addFile: text('Файл кошуу', 'Добавить файл', 'Add a file'),
  happened: text('Эмне болду', 'Что происходило', 'What happened'),
  askedYou: text(
    'Суроо берилди, биздин мөөнөт токтотулду',
    'Задан вопрос, наш срок остановлен',
    'A question was asked, our own term is paused',
  ),
  opened: text('Кайрылуу кабыл алынды', 'Обращение принято', 'Your appeal was received'),
}

const words = {
  ky: ['алма', 'көпүрө', 'жылдыз', 'дептер'],
  ru: ['яблоко', 'мост', 'звезда', 'тетрадь'],
  en: ['apple', 'bridge', 'star', 'notebook'],
}

const receipt: Sample = {
  name: 'page-receipt',
  render: (page) => {
    const { lang } = page
    return (
      <Page page={page} title={t.received} isTitleNeutral exit>
        <ReceiptPanel title={t.received[lang]} numberLabel={t.number[lang]} number="KG-26-4821739-2" />
        <h2 class="govuk-heading-m">{t.writeDown[lang]}</h2>
        <p class="govuk-body">{t.writeDownWhy[lang]}</p>
        <SecretWords words={words[lang]} />
        <p class="govuk-body">
          {t.digits[lang]}{' '}
          <strong>
            <Code>0483 2917 5560 21</Code>
          </strong>
        </p>
        <ButtonGroup>
          <ButtonLink href="#prove">{t.prove[lang]}</ButtonLink>
          <ButtonLink href="#print" kind="secondary">
            {t.print[lang]}
          </ButtonLink>
        </ButtonGroup>
        <h2 class="govuk-heading-m">{t.whatNext[lang]}</h2>
        <Timeline
          items={[
            { datetime: '2026-11-20', when: t.now[lang], title: t.withTeam[lang], isNow: true },
            { datetime: '2026-12-11', when: t.byLaw[lang], title: t.answer[lang], isAhead: true },
          ]}
        />
      </Page>
    )
  },
}

const follow: Sample = {
  name: 'page-follow',
  render: (page) => {
    const { lang } = page
    return (
      <Page page={page} title={t.appeal} isTitleNeutral exit islands={['session-warning']}>
        <p class="mek-caption">
          <Code>KG-26-4821739-2</Code> · {t.unpaid[lang]}
        </p>
        <h1 class="govuk-heading-l">{t.waits[lang]}</h1>
        <ClockBox title={t.clock[lang]} tone="waiting">
          <p>{t.clockBody[lang]}</p>
          <Details summary={t.counted[lang]}>{t.answer[lang]}</Details>
        </ClockBox>
        <Messages
          items={[
            {
              from: 'own',
              sender: t.you[lang],
              datetime: '2026-11-20T18:04:00Z',
              when: t.firstDay[lang],
              text: t.message[lang],
              files: [
                { href: '#1', name: 'договор-1.jpg', picture: aPicture },
                { href: '#2', name: 'договор-2.jpg', picture: aPicture },
              ],
            },
            {
              from: 'other',
              sender: t.lawyer[lang],
              datetime: '2026-11-21T12:20:00Z',
              when: t.secondDay[lang],
              text: t.question[lang],
            },
          ]}
        />
        <Form page={page} action="/_gallery">
          <Textarea name="reply" label={t.yourReply[lang]} labelSize="s" />
          <ButtonGroup>
            <Button preventDoubleClick>{t.send[lang]}</Button>
            <ButtonLink href="#file" kind="secondary">
              {t.addFile[lang]}
            </ButtonLink>
          </ButtonGroup>
        </Form>
        <h2 class="govuk-heading-m">{t.happened[lang]}</h2>
        <Timeline
          items={[
            { datetime: '2026-11-21T12:20:00Z', when: t.secondDay[lang], title: t.askedYou[lang], isNow: true },
            { datetime: '2026-11-20T18:04:00Z', when: t.firstDay[lang], title: t.opened[lang] },
          ]}
        />
        <SessionWarning page={page} endsInSeconds={1800} extendAction="/_gallery" endHref="/" endAction="/_gallery" />
      </Page>
    )
  },
}

const aFile = (id: string) => ({ id, name: 'договор-страница-2-подписи-и-печать.jpg', bytes: 1_200_000 })

const picture: Sample = {
  name: 'page-picture',
  render: (page) => (
    <Page page={page} title={t.appeal} isTitleNeutral isWide exit back={{ href: '#back' }} islands={['picture-keys']}>
      <LargePicture
        placed={{ one: aFile('2'), number: 2, of: 3, before: aFile('1'), after: aFile('3') }}
        page={(id) => `#${id}`}
        drawn={() => aPicture.src}
        download={() => '#file'}
      />
    </Page>
  ),
}

export const appealPageSamples: readonly Sample[] = [receipt, follow, picture]
