import type { Lang } from '#src/kernel/lang.ts'
import { Button, Code, Form, Input, KeyHints, Pagination, SearchBox, StaffPage, Table, Tag } from '#src/ui/index.ts'
import { type Sample, text } from './sample.tsx'

const t = {
  team: text('Менин тобум', 'Моя группа', 'My team'),
  mine: text('Меники', 'Мои', 'Mine'),
  waiting: text('Адамды күтүп жатабыз', 'Ждут человека', 'Waiting for the person'),
  today: text('Бүгүн мөөнөтү', 'Сегодня срок', 'Due today'),
  overdue: text('Мөөнөтү өткөн', 'Просрочено', 'Overdue'),
  work: text('Менин ишим', 'Моя работа', 'My work'),
  service: text('Кызмат', 'Служба', 'Service'),
  duty: text('Нөөмөт тизмеси', 'Список дежурных', 'Duty list'),
  counts: text('148 кайрылуу, 2 өтө шашылыш', '148 обращений, 2 критических', '148 appeals, 2 critical'),
  search: text('Издөө', 'Поиск', 'Search'),
  number: text('Номери', 'Номер', 'Number'),
  topic: text('Темасы', 'Тема', 'Topic'),
  where: text('Кайда', 'Где', 'Where'),
  state: text('Абалы', 'Состояние', 'State'),
  due: text('Мөөнөтү', 'Срок', 'Due'),
  who: text('Кимде', 'У кого', 'With'),
  detention: text(
    'Кармалды, сот эртең саат 10:00дө',
    'Задержание, суд завтра в 10:00',
    'Detained, court tomorrow at 10:00',
  ),
  unpaid: text('Айлык төлөнбөй жатат, 12 киши', 'Не выплачена зарплата, 12 человек', 'Wages not paid, 12 people'),
  school: text('Баланы мектепке алышкан жок', 'Ребёнка не приняли в школу', 'A child was not admitted to school'),
  critical: text('өтө шашылыш', 'критическое', 'critical'),
  fresh: text('жаңы', 'новое', 'new'),
  person: text('адамды күтөбүз', 'ждём человека', 'waiting for person'),
  inWork: text('иштелүүдө', 'в работе', 'in work'),
  minutes: text('37 мүн', '37 мин', '37 min'),
  friday: text('жм, 11-дек', 'пт, 11 дек', 'Fri 11 Dec'),
  place: text('Россия, Сахарово', 'Россия, Сахарово', 'Russia, Sakharovo'),
  podolsk: text('Россия, Подольск', 'Россия, Подольск', 'Russia, Podolsk'),
  me: text('мен', 'я', 'me'),
  next: text('кийинки, мурунку', 'дальше, назад', 'next, previous'),
  open: text('ачуу', 'открыть', 'open'),
  take: text('алуу', 'взять', 'take'),
  find: text('издөө', 'поиск', 'search'),
  signIn: text('Кызматкерлер үчүн кирүү', 'Вход для сотрудников', 'Staff sign-in'),
  email: text('Электрондук почта', 'Электронная почта', 'E-mail'),
  password: text('Сырсөз', 'Пароль', 'Password'),
  enter: text('Кирүү', 'Войти', 'Sign in'),
}

const nav = (lang: Lang) => [
  {
    title: t.work[lang],
    items: [
      { href: '#team', text: t.team[lang], count: 148, isCurrent: true },
      { href: '#mine', text: t.mine[lang], count: 23 },
      { href: '#waiting', text: t.waiting[lang], count: 41 },
      { href: '#today', text: t.today[lang], count: 9 },
      { href: '#overdue', text: t.overdue[lang], count: 2, isUrgent: true },
    ],
  },
  { title: t.service[lang], items: [{ href: '#duty', text: t.duty[lang] }] },
]

const numberCell = (number: string, lang: string) => (
  <>
    <a class="govuk-link" href={`#${number}`}>
      <Code>{number}</Code>
    </a>
    <span class="mek-note">{lang}</span>
  </>
)

const columns = (lang: Lang) => [
  { title: t.number[lang] },
  { title: t.topic[lang] },
  { title: t.where[lang] },
  { title: t.state[lang] },
  { title: t.due[lang] },
  { title: t.who[lang] },
]

const rows = (lang: Lang) => [
  {
    isCritical: true,
    attributes: { 'data-row': '#KG-26-7703118-4' },
    cells: [
      numberCell('KG-26-7703118-4', 'кыргызча'),
      t.detention[lang],
      t.place[lang],
      <Tag colour="red">{t.critical[lang]}</Tag>,
      <strong>{t.minutes[lang]}</strong>,
      '—',
    ],
  },
  {
    attributes: { 'data-row': '#KG-26-4821739-2' },
    cells: [
      numberCell('KG-26-4821739-2', 'русский'),
      t.unpaid[lang],
      t.podolsk[lang],
      <Tag colour="yellow">{t.person[lang]}</Tag>,
      t.friday[lang],
      t.me[lang],
    ],
  },
  {
    attributes: { 'data-row': '#KG-26-3310962-5' },
    cells: [
      numberCell('KG-26-3310962-5', 'кыргызча'),
      t.school[lang],
      t.podolsk[lang],
      <Tag>{t.fresh[lang]}</Tag>,
      t.friday[lang],
      '—',
    ],
  },
  {
    attributes: { 'data-row': '#KG-26-9027754-1' },
    cells: [
      numberCell('KG-26-9027754-1', 'русский'),
      t.school[lang],
      t.podolsk[lang],
      <Tag colour="green">{t.inWork[lang]}</Tag>,
      t.friday[lang],
      t.me[lang],
    ],
  },
]

const queue: Sample = {
  name: 'page-queue',
  render: (page) => {
    const { lang } = page
    return (
      <StaffPage page={page} title={t.team} nav={nav(lang)} islands={['staff-keys']}>
        <div class="mek-title-row">
          <div>
            <h1 class="govuk-heading-l">{t.team[lang]}</h1>
            <p class="mek-caption">{t.counts[lang]}</p>
          </div>
          <SearchBox action="/_gallery" label={t.search[lang]} isLabelHidden buttonText={t.search[lang]} />
        </div>
        <Table caption={t.team[lang]} isCaptionHidden isStacked columns={columns(lang)} rows={rows(lang)} />
        <Pagination next={{ href: '#next' }} />
        <KeyHints
          items={[
            { keys: ['j', 'k'], text: t.next[lang] },
            { keys: ['Enter'], text: t.open[lang] },
            { keys: ['t'], text: t.take[lang] },
            { keys: ['/'], text: t.find[lang] },
          ]}
        />
      </StaffPage>
    )
  },
}

const signIn: Sample = {
  name: 'page-sign-in',
  render: (page) => {
    const { lang } = page
    return (
      <StaffPage page={{ ...page, staff: undefined }} title={t.signIn}>
        <h1 class="govuk-heading-l">{t.signIn[lang]}</h1>
        <Form page={page} action="/_gallery">
          <Input name="email" label={t.email[lang]} type="email" autocomplete="username" />
          <Input name="password" label={t.password[lang]} type="password" autocomplete="current-password" />
          <Button preventDoubleClick>{t.enter[lang]}</Button>
        </Form>
      </StaffPage>
    )
  },
}

export const staffPageSamples: readonly Sample[] = [queue, signIn]
