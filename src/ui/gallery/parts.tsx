import type { Lang } from '#src/kernel/lang.ts'
import { iconNames } from '#src/ui/icon.tsx'
import {
  BackLink,
  Badge,
  Breadcrumbs,
  CardList,
  ClockBox,
  Code,
  CountedDays,
  Details,
  Figure,
  Icon,
  InsetText,
  KeyHints,
  LinkList,
  Messages,
  NotificationBanner,
  Pagination,
  ReceiptPanel,
  SecretWords,
  SideNavigation,
  SummaryList,
  Table,
  Tag,
  TaskList,
  Timeline,
  WarningText,
} from '#src/ui/index.ts'
import { aLostPicture, aPicture, pieces, type Sample, staffPieces, text } from './sample.tsx'

const t = {
  why: text('Муну эмне үчүн сурайбыз', 'Зачем мы это спрашиваем', 'Why we ask'),
  because: text('Жоопту тезирээк берүү үчүн.', 'Чтобы ответить быстрее.', 'To answer you sooner.'),
  warning: text(
    'Сөздөрсүз жоопту окуй албайсыз.',
    'Без слов вы не прочитаете ответ.',
    'Without the words you cannot read the answer.',
  ),
  saved: text('Сакталды', 'Сохранено', 'Saved'),
  fresh: text('жаңы', 'новое', 'new'),
  working: text('иштелүүдө', 'в работе', 'in work'),
  waiting: text('адамды күтүп жатабыз', 'ждём человека', 'waiting for the person'),
  critical: text('өтө шашылыш', 'критическое', 'critical'),
  closed: text('жабык', 'закрыто', 'closed'),
  protected: text('корголгон', 'защищено', 'protected'),
  topic: text('Темасы', 'Тема', 'Topic'),
  unpaid: text('Айлык төлөнбөй жатат', 'Не выплачена зарплата', 'Wages not paid'),
  change: text('Өзгөртүү', 'Изменить', 'Change'),
  where: text('Кайда', 'Где', 'Where'),
  podolsk: text('Россия, Подольск', 'Россия, Подольск', 'Russia, Podolsk'),
  answers: text('Жоопторуңуз', 'Ваши ответы', 'Your answers'),
  day: text('Күнү', 'День', 'Day'),
  count: text('Саны', 'Число', 'Count'),
  monday: text('Дүйшөмбү', 'Понедельник', 'Monday'),
  home: text('Башкы бет', 'Главная', 'Home'),
  topics: text('Темалар', 'Темы', 'Topics'),
  team: text('Менин тобум', 'Моя группа', 'My team'),
  mine: text('Меники', 'Мои', 'Mine'),
  overdue: text('Мөөнөтү өткөн', 'Просрочено', 'Overdue'),
  work: text('Менин ишим', 'Моя работа', 'My work'),
  next: text('кийинки', 'дальше', 'next'),
  open: text('ачуу', 'открыть', 'open'),
  ask: text('Суроо берүү', 'Задать вопрос', 'Ask a question'),
  askText: text('Каттоо, келишим, документ', 'Регистрация, договор, документы', 'Registration, contract, documents'),
  you: text('Сиз', 'Вы', 'You'),
  lawyer: text('Юрист', 'Юрист', 'Lawyer'),
  when: text('21-ноябрь, 15:20', '21 ноября, 15:20', '21 November, 15:20'),
  asked: text('Суроо берилди', 'Задан вопрос', 'A question was asked'),
  opened: text('Кайрылуу кабыл алынды', 'Обращение принято', 'Your appeal was received'),
  answer: text('Жооп', 'Ответ', 'Answer'),
  byLaw: text(
    'Мыйзам боюнча жооп: 11-декабрга чейин',
    'Ответ по закону: до 11 декабря',
    'Answer by law: by 11 December',
  ),
  weekend: text('дем алыш', 'выходной', 'weekend'),
  receipt: text('Кайрылууңуз кабыл алынды', 'Обращение принято', 'We have your appeal'),
  number: text('Номери', 'Номер', 'Number'),
  hours: text('биринчи жоопко чейин', 'до первого ответа', 'to the first answer'),
}

const words = {
  ky: ['алма', 'көпүрө', 'жылдыз', 'дептер'],
  ru: ['яблоко', 'мост', 'звезда', 'тетрадь'],
  en: ['apple', 'bridge', 'star', 'notebook'],
}

const Conversation = ({ lang }: { lang: Lang }) => (
  <Messages
    items={[
      {
        from: 'own',
        sender: t.you[lang],
        datetime: '2026-11-20T18:04:00Z',
        when: t.when[lang],
        lang: 'ru',
        text: 'Нам не платят два месяца.\nДоговор есть, фото приложил.',
        files: [
          { href: '#file', name: 'договор-1.jpg', size: '1,2 МБ', picture: aPicture },
          { href: '#file', name: 'договор-страница-2-подписи-и-печать.jpg', size: '1,2 МБ', picture: aLostPicture },
          { href: '#file', name: 'справка.pdf', size: '80 КБ' },
        ],
      },
      {
        from: 'other',
        sender: t.lawyer[lang],
        datetime: '2026-11-21T12:20:00Z',
        when: t.when[lang],
        text: t.because[lang],
      },
      {
        from: 'note',
        sender: t.lawyer[lang],
        datetime: '2026-11-21T12:30:00Z',
        when: t.when[lang],
        text: t.why[lang],
      },
    ]}
  />
)

export const partSamples: readonly Sample[] = [
  pieces('callouts', (lang) => (
    <>
      <BackLink href="#back" />
      <NotificationBanner kind="success" heading={t.saved[lang]} />
      <NotificationBanner titleId="second-banner">
        <p class="govuk-body">{t.because[lang]}</p>
      </NotificationBanner>
      <Details summary={t.why[lang]}>{t.because[lang]}</Details>
      <InsetText>{t.because[lang]}</InsetText>
      <WarningText>{t.warning[lang]}</WarningText>
      <p class="govuk-body">
        <Tag>{t.fresh[lang]}</Tag> <Tag colour="green">{t.working[lang]}</Tag>{' '}
        <Tag colour="yellow">{t.waiting[lang]}</Tag> <Tag colour="red">{t.critical[lang]}</Tag>{' '}
        <Tag colour="grey">{t.closed[lang]}</Tag> <Badge colour="red">{t.protected[lang]}</Badge>
      </p>
      <SummaryList
        card={{ title: t.answers[lang] }}
        rows={[
          {
            key: t.topic[lang],
            value: t.unpaid[lang],
            actions: [{ href: '#topic', text: t.change[lang], hiddenText: t.topic[lang] }],
          },
          { key: t.where[lang], value: t.podolsk[lang] },
        ]}
      />
    </>
  )),
  pieces('cards', (lang) => (
    <>
      <CardList items={[{ href: '#ask', title: t.ask[lang], text: t.askText[lang], icon: 'ask' }]} />
      <LinkList items={[{ href: '#topic', title: t.unpaid[lang], note: t.when[lang] }]} />
      <Figure value="5">{t.hours[lang]}</Figure>
      <p class="govuk-body">
        {iconNames.map((name) => (
          <Icon name={name} />
        ))}
      </p>
    </>
  )),
  pieces('appeal-parts', (lang) => (
    <>
      <ReceiptPanel title={t.receipt[lang]} numberLabel={t.number[lang]} number="KG-26-4821739-2" headingLevel={2} />
      <SecretWords words={words[lang]} />
      <p class="govuk-body">
        <Code>0483 2917 5560 21</Code>
      </p>
      <ClockBox title={t.byLaw[lang]} tone="waiting">
        <p>{t.because[lang]}</p>
        <Details summary={t.why[lang]}>
          <CountedDays
            days={[
              { day: '20.11', isCounted: true },
              { day: '21.11', isCounted: false, note: t.weekend[lang] },
              { day: '22.11', isCounted: false, note: t.weekend[lang] },
              { day: '23.11', isCounted: true },
            ]}
          />
        </Details>
      </ClockBox>
      <Conversation lang={lang} />
      <Timeline
        items={[
          { datetime: '2026-12-11', when: t.byLaw[lang], title: t.answer[lang], isAhead: true },
          {
            datetime: '2026-11-21T12:20:00Z',
            when: t.when[lang],
            title: t.asked[lang],
            byline: t.lawyer[lang],
            isNow: true,
          },
          { datetime: '2026-11-20T18:04:00Z', when: t.when[lang], title: t.opened[lang] },
        ]}
      />
    </>
  )),
  staffPieces('staff-parts', (lang) => (
    <>
      <Breadcrumbs items={[{ text: t.home[lang], href: '#home' }, { text: t.topics[lang] }]} />
      <SideNavigation
        label={t.work[lang]}
        sections={[
          {
            title: t.work[lang],
            items: [
              { href: '#team', text: t.team[lang], count: 148, isCurrent: true },
              { href: '#mine', text: t.mine[lang], count: 23 },
              { href: '#overdue', text: t.overdue[lang], count: 2, isUrgent: true },
            ],
          },
        ]}
      />
      <Table
        caption={t.answers[lang]}
        captionSize="m"
        columns={[{ title: t.day[lang] }, { title: t.count[lang], isNumeric: true }]}
        rows={[[t.monday[lang], 12]]}
        firstCellIsHeader
      />
      <TaskList
        items={[
          {
            title: t.topics[lang],
            href: '#topics',
            hint: t.askText[lang],
            status: <Tag colour="green">{t.saved[lang]}</Tag>,
          },
          { title: t.team[lang], status: t.waiting[lang] },
        ]}
      />
      <Pagination previous={{ href: '#previous' }} next={{ href: '#next' }} />
      <Pagination
        label={t.topics[lang]}
        items={[{ number: '1', href: '#1', isCurrent: true }, { number: '2', href: '#2' }, { ellipsis: true }]}
        next={{ href: '#2' }}
      />
      <KeyHints
        items={[
          { keys: ['j', 'k'], text: t.next[lang] },
          { keys: ['Enter'], text: t.open[lang] },
        ]}
      />
    </>
  )),
]
