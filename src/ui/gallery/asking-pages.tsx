import {
  BackLink,
  Button,
  ButtonGroup,
  CardList,
  ErrorPage,
  ErrorSummary,
  Form,
  Hero,
  Input,
  LinkList,
  Page,
  Radios,
  SearchBox,
  StepCaption,
} from '#src/ui/index.ts'
import { type Sample, text } from './sample.tsx'

const t = {
  homeTitle: text(
    'Кайда болсоңуз да — сурасаңыз болот',
    'Где бы вы ни были — спросите',
    'Wherever you are, you can ask',
  ),
  homeLede: text(
    'Чет өлкөдөгү мекендештерге жана Кыргызстандагы чет элдиктерге акысыз кеңеш. Атыңызды айтпасаңыз да болот.',
    'Бесплатная помощь соотечественникам за рубежом и иностранцам в Кыргызстане. Имя называть не обязательно.',
    'Free advice for compatriots abroad and for foreigners in Kyrgyzstan. You need not give your name.',
  ),
  ask: text('Суроо берүү', 'Задать вопрос', 'Ask a question'),
  askText: text(
    'Каттоо, келишим, документ, балдар, пенсия',
    'Регистрация, договор, документы, дети, пенсия',
    'Registration, contract, documents, children, pension',
  ),
  report: text('Көйгөйдү билдирүү', 'Сообщить о проблеме', 'Report a problem'),
  reportText: text(
    'Айлык төлөнбөй жатат, паспортту алып койду',
    'Не платят зарплату, забрали паспорт',
    'Wages not paid, passport taken away',
  ),
  appeal: text('Менин кайрылуум', 'Моё обращение', 'My appeal'),
  appealText: text(
    'Номери жана төрт сөз менен көрүү',
    'Открыть по номеру и четырём словам',
    'Open it with its number and four words',
  ),
  topics: text('Темалар', 'Темы', 'Topics'),
  topicsText: text('Эмне боюнча кайрылса болот', 'С чем можно обратиться', 'What you can turn to us about'),
  foreigners: 'For foreigners in Kyrgyzstan',
  find: text('Жоопту табыңыз', 'Найти ответ', 'Find an answer'),
  search: text('Издөө', 'Найти', 'Search'),
  unpaid: text('Айлык төлөнбөй жатат', 'Не выплачена зарплата', 'Wages not paid'),
  children: text('Баланы мектепке албай жатышат', 'Ребёнка не принимают в школу', 'A child is not admitted to school'),
  triage: text('Жумуш жөнүндө бир нече суроо', 'Несколько вопросов о работе', 'A few questions about the work'),
  triageLede: text(
    'Билгениңизге жооп бериңиз. Каалаган суроону калтырып кетсеңиз болот.',
    'Отвечайте, на что можете. Любой вопрос можно пропустить.',
    'Answer what you can. Any question may be skipped.',
  ),
  contract: text('Жазуу жүзүндөгү келишим барбы?', 'Есть ли письменный договор?', 'Is there a written contract?'),
  yes: text('Ооба, колумда', 'Да, у меня на руках', 'Yes, I have it'),
  employer: text('Ооба, бирок жумуш берүүчүдө', 'Да, но у работодателя', 'Yes, but the employer has it'),
  no: text('Жок, оозеки макулдашканбыз', 'Нет, договорились устно', 'No, we only agreed in words'),
  unknown: text('Билбейм', 'Не знаю', 'I do not know'),
  period: text('Канча убакыт үчүн төлөнгөн жок?', 'За какой срок не заплатили?', 'For what time were you not paid?'),
  periodHint: text(
    'Мисалы: 2026-жылдын августу жана сентябры',
    'Например: август и сентябрь 2026',
    'For example: August and September 2026',
  ),
  periodWrong: text(
    'Мөөнөттү 200 белгиден кыска жазыңыз',
    'Опишите срок короче, чем в 200 знаках',
    'Describe the time in fewer than 200 characters',
  ),
  next: text('Улантуу', 'Продолжить', 'Continue'),
  skip: text('Өткөрүп жиберүү', 'Пропустить', 'Skip'),
  notFound: text('Мындай барак жок', 'Такой страницы нет', 'There is no such page'),
  notFoundBody: text(
    'Дарегин текшериңиз же башкы беттен баштаңыз.',
    'Проверьте адрес или начните с главной.',
    'Check the address or start from the home page.',
  ),
  toHome: text('Башкы бетке', 'На главную', 'To the home page'),
}

const home: Sample = {
  name: 'page-home',
  render: (page) => {
    const { lang } = page
    return (
      <Page page={page} title={page.serviceName} isWide>
        <Hero title={t.homeTitle[lang]}>{t.homeLede[lang]}</Hero>
        <CardList
          items={[
            { href: '#ask', title: t.ask[lang], text: t.askText[lang], icon: 'ask' },
            { href: '#report', title: t.report[lang], text: t.reportText[lang], icon: 'report' },
            { href: '#appeal', title: t.appeal[lang], text: t.appealText[lang], icon: 'appeal' },
            { href: '#topics', title: t.topics[lang], text: t.topicsText[lang], icon: 'find' },
          ]}
        />
        <SearchBox action="/_gallery" label={t.find[lang]} buttonText={t.search[lang]} />
        <LinkList
          items={[
            { href: '#unpaid', title: t.unpaid[lang] },
            { href: '#children', title: t.children[lang] },
          ]}
        />
        <CardList
          isSingleColumn
          items={[
            {
              href: '#foreigners',
              title: t.foreigners,
              text: 'Visa, registration, work permits',
              icon: 'globe',
              lang: 'en',
            },
          ]}
        />
      </Page>
    )
  },
}

const askStep = (name: string, hasErrors: boolean): Sample => ({
  name,
  render: (page) => {
    const { lang } = page
    return (
      <Page page={page} title={t.triage} back={{ href: '#back' }} exit hasErrors={hasErrors} islands={['show-if']}>
        <ErrorSummary errors={hasErrors ? [{ field: 'period', message: t.periodWrong }] : []} />
        <StepCaption step={4} of={7}>
          {t.unpaid[lang]}
        </StepCaption>
        <h1 class="govuk-heading-l">{t.triage[lang]}</h1>
        <p class="govuk-body-l">{t.triageLede[lang]}</p>
        <Form page={page} action="/_gallery">
          <Radios
            name="contract"
            legend={t.contract[lang]}
            legendSize="m"
            value="yes"
            items={[
              { value: 'yes', text: t.yes[lang] },
              { value: 'employer', text: t.employer[lang] },
              { value: 'no', text: t.no[lang] },
              { value: 'unknown', text: t.unknown[lang] },
            ]}
          />
          <Input
            name="period"
            label={t.period[lang]}
            labelSize="m"
            hint={t.periodHint[lang]}
            error={hasErrors ? t.periodWrong[lang] : undefined}
          />
          <ButtonGroup>
            <Button preventDoubleClick>{t.next[lang]}</Button>
            <Button kind="secondary" name="skip" value="yes">
              {t.skip[lang]}
            </Button>
          </ButtonGroup>
        </Form>
      </Page>
    )
  },
})

const notFound: Sample = {
  name: 'page-error',
  render: (page) => (
    <ErrorPage page={page} title={t.notFound[page.lang]}>
      <p class="govuk-body">{t.notFoundBody[page.lang]}</p>
      <BackLink href="#home">{t.toHome[page.lang]}</BackLink>
    </ErrorPage>
  ),
}

export const askingPageSamples: readonly Sample[] = [
  home,
  askStep('page-ask', false),
  askStep('page-ask-errors', true),
  notFound,
]
