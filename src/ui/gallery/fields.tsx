import {
  Button,
  ButtonGroup,
  ButtonLink,
  CharacterCount,
  Checkboxes,
  DateInput,
  ErrorSummary,
  FileList,
  FileUpload,
  Form,
  Input,
  Radios,
  SearchBox,
  Select,
  ShowIf,
  StepCaption,
  Textarea,
  UploadProgress,
  VoiceNote,
} from '#src/ui/index.ts'
import { aPicture, pieces, type Sample, text } from './sample.tsx'

const t = {
  name: text('Аты-жөнүңүз', 'Как вас зовут', 'Your name'),
  nameHint: text('Паспорттогудай жазсаңыз болот', 'Можно так, как в паспорте', 'As in your passport, if you like'),
  nameWrong: text('Атыңызды жазыңыз', 'Напишите, как вас зовут', 'Write your name'),
  number: text('Кайрылуунун номери', 'Номер обращения', 'Number of your appeal'),
  message: text(
    'Эмне болду? Өз сөзүңүз менен жазыңыз',
    'Что случилось? Напишите своими словами',
    'What happened? Write in your own words',
  ),
  country: text('Кайсы өлкөдөсүз?', 'В какой вы стране?', 'Which country are you in?'),
  russia: text('Россия Федерациясы', 'Российская Федерация', 'Russian Federation'),
  korea: text('Корея Республикасы', 'Республика Корея', 'Republic of Korea'),
  often: text('Көп тандалат', 'Часто выбирают', 'Often chosen'),
  other: text('Башка', 'Другие', 'Other'),
  contract: text('Жазуу жүзүндөгү келишим барбы?', 'Есть ли письменный договор?', 'Is there a written contract?'),
  yes: text('Ооба, колумда', 'Да, у меня на руках', 'Yes, I have it'),
  employer: text('Ооба, бирок жумуш берүүчүдө', 'Да, но у работодателя', 'Yes, but the employer has it'),
  no: text('Жок, оозеки макулдашканбыз', 'Нет, договорились устно', 'No, we only agreed in words'),
  unknown: text('Билбейм', 'Не знаю', 'I do not know'),
  or: text('же', 'или', 'or'),
  whichDocuments: text('Кайсы документтер алынды?', 'Какие документы забрали?', 'Which documents were taken?'),
  passport: text('Паспорт', 'Паспорт', 'Passport'),
  migrationCard: text('Миграциялык карта', 'Миграционная карта', 'Migration card'),
  none: text('Эч бири', 'Никакие', 'None of these'),
  born: text('Туулган күнүңүз', 'Дата рождения', 'Date of birth'),
  bornWrong: text('Күнүн жазыңыз', 'Укажите день', 'Write the day'),
  example: text('Мисалы: 31 3 1998', 'Например: 31 3 1998', 'For example: 31 3 1998'),
  file: text('Сүрөт же документ кошуу', 'Добавить фото или документ', 'Add a photo or a document'),
  fileHint: text(
    'Сүрөт, үн жазуу, PDF же Word (DOCX) документи, 10 МБга чейин',
    'Фото, голосовая запись, документ PDF или Word (DOCX), до 10 МБ',
    'A photo, a voice recording, a PDF or a Word document (DOCX), up to 10 MB',
  ),
  amount: text('Канча төлөнгөн жок?', 'Сколько не заплатили?', 'How much was not paid?'),
  amountWhen: text('Эгер айлык төлөнбөсө:', 'Если не выплатили зарплату:', 'If wages were not paid:'),
  send: text('Жөнөтүү', 'Отправить', 'Send'),
  save: text('Кийинчерээк бүтүрүү', 'Закончить позже', 'Finish later'),
  remove: text('Баарын өчүрүү', 'Удалить всё', 'Delete all'),
  start: text('Баштоо', 'Начать', 'Start now'),
  topic: text('Айлык төлөнбөй жатат', 'Не выплачена зарплата', 'Wages not paid'),
  find: text('Жоопту табыңыз', 'Найти ответ', 'Find an answer'),
  search: text('Издөө', 'Найти', 'Search'),
  searchHint: text(
    'Латын тамгалары менен да жазса болот.',
    'Можно писать и латинскими буквами.',
    'You can also type Kyrgyz in Latin letters.',
  ),
}

export const fieldSamples: readonly Sample[] = [
  pieces('buttons', (lang) => (
    <>
      <ButtonGroup>
        <Button preventDoubleClick>{t.send[lang]}</Button>
        <Button kind="secondary">{t.save[lang]}</Button>
        <Button kind="warning">{t.remove[lang]}</Button>
      </ButtonGroup>
      <ButtonLink href="#start" isStart>
        {t.start[lang]}
      </ButtonLink>{' '}
      <Button isDisabled>{t.send[lang]}</Button>
    </>
  )),
  pieces('text-fields', (lang, page) => (
    <Form page={page} action="/_gallery">
      <ErrorSummary errors={[{ field: 'name-2', message: t.nameWrong }]} />
      <Input name="name" label={t.name[lang]} hint={t.nameHint[lang]} autocomplete="name" />
      <Input name="name-2" label={t.name[lang]} hint={t.nameHint[lang]} error={t.nameWrong[lang]} />
      <Input name="number" label={t.number[lang]} value="KG-26-4821739-2" isCode width="20" />
      <Input name="amount" label={t.amount[lang]} inputmode="numeric" width="10" suffix="₽" />
      <Textarea name="message" label={t.message[lang]} labelSize="m" />
      <CharacterCount name="message-2" label={t.message[lang]} maxlength={4000} value="Саламатсызбы" />
      <Select
        name="country"
        label={t.country[lang]}
        value="RU"
        items={[
          { label: t.often[lang], items: [{ value: 'RU', text: t.russia[lang] }] },
          { label: t.other[lang], items: [{ value: 'KR', text: t.korea[lang] }] },
        ]}
      />
      <DateInput name="born" legend={t.born[lang]} legendSize="m" hint={t.example[lang]} isBirthday />
      <DateInput
        name="born-2"
        legend={t.born[lang]}
        error={t.bornWrong[lang]}
        wrong={['day']}
        values={{ month: '3', year: '1998' }}
      />
    </Form>
  )),
  pieces('choices', (lang) => (
    <>
      <StepCaption step={4} of={7}>
        {t.topic[lang]}
      </StepCaption>
      <Radios
        name="contract"
        legend={t.contract[lang]}
        legendSize="m"
        value="no"
        items={[
          { value: 'yes', text: t.yes[lang], hint: t.fileHint[lang] },
          { value: 'employer', text: t.employer[lang] },
          {
            value: 'no',
            text: t.no[lang],
            conditional: <Input name="since" label={t.amount[lang]} width="10" />,
          },
          { divider: t.or[lang] },
          { value: 'unknown', text: t.unknown[lang] },
        ]}
      />
      <ShowIf question="contract" op="in" value={['no', 'unknown']} when={t.amountWhen[lang]}>
        <Input name="unpaid" label={t.amount[lang]} />
      </ShowIf>
      <Checkboxes
        name="documents"
        legend={t.whichDocuments[lang]}
        legendSize="m"
        error={t.bornWrong[lang]}
        values={['passport']}
        items={[
          { value: 'passport', text: t.passport[lang] },
          { value: 'card', text: t.migrationCard[lang], hint: t.nameHint[lang] },
          { value: 'none', text: t.none[lang], isNone: true },
        ]}
      />
      <Radios
        name="inline"
        legend={t.contract[lang]}
        isInline
        items={[
          { value: 'yes', text: t.yes[lang] },
          { value: 'no', text: t.no[lang] },
        ]}
      />
      <Checkboxes
        name="small"
        legend={t.whichDocuments[lang]}
        isSmall
        items={[
          { value: 'passport', text: t.passport[lang] },
          { value: 'card', text: t.migrationCard[lang] },
        ]}
        values={['card']}
      />
    </>
  )),
  pieces('files-and-search', (lang, page) => (
    <>
      <FileList
        page={page}
        removeAction="/_gallery"
        items={[
          { name: 'келишим-2026-жыл-бет-1.jpg', size: '1,2 МБ', removeValue: 'a', href: '#file', picture: aPicture },
          { name: 'scan.pdf', size: '640 КБ', href: '#file', removeValue: 'b' },
        ]}
      />
      <Form page={page} action="/_gallery" enctype="multipart/form-data" attributes={{ 'data-upload': true }}>
        <FileUpload
          name="file"
          label={t.file[lang]}
          hint={t.fileHint[lang]}
          accept="image/*,application/pdf,audio/webm"
        />
        <VoiceNote />
        <UploadProgress />
        <Button kind="secondary">{t.file[lang]}</Button>
      </Form>
      <SearchBox action="/_gallery" label={t.find[lang]} buttonText={t.search[lang]} hint={t.searchHint[lang]} />
    </>
  )),
]
