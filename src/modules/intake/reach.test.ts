import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerAppeal, getAppealForPerson } from '#src/modules/appeals/index.ts'
import { commonAnswersInWords } from '#src/modules/appeals/rules/answer-words.ts'
import { catalogue } from '#src/modules/catalogue/index.ts'
import { aStaffVisitor } from '#test/support/appeals.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { sentOn } from '#test/support/sent.ts'
import { aBrowser, errorsIn, inMoscow, walkToCheck } from '#test/support/walk.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

const sent = (named?: Parameters<typeof sentOn>[1]) => sentOn(portal, named)

describe('how to reach the person', () => {
  const both = { email: 'Aigul@example.org', phone: '+996 555 123 456' }
  const answered = async (appealId: string) => {
    const by = await aStaffVisitor(portal.deps, 'operator')
    const text = 'Ответ готов.'
    expect((await answerAppeal(portal.deps, { appealId, by, formKey: portal.random.bytes(16), text })).ok).toBe(true)
    await portal.runJobs()
    const row = portal.db.selectFrom('appeals').select('call_since').where('id', '=', appealId)
    const notices = await portal.db
      .selectFrom('notices')
      .select(['template', 'state'])
      .where('appeal_id', '=', appealId)
      .execute()
    return {
      toCall: (await row.executeTakeFirstOrThrow()).call_since !== null,
      letters: notices.map(({ template, state }) => `${template} ${state}`).toSorted(),
    }
  }

  test('it is asked once: one question, whose every choice says what then is done', async () => {
    const browser = aBrowser(portal)
    await walkToCheck(browser)
    const page = await browser.get('ask/contact')
    expect(page.body.match(/<legend/g)).toHaveLength(2) // the other one is the wish for protection
    expect(page.body.match(/name="safeContact"/g)).toHaveLength(5)
    expect(page.body).toContain('Как с вами безопасно связаться?')
    expect(page.body).toContain('На почту не пишем, SMS не отправляем')
    expect(page.body).not.toContain('value="message"')
  })

  // The chain to its end: the receipt's letter, the answer's letter, the operator's task to call.
  test.each([
    ['email', 'yes', 'email', { email: true, phone: false }, ['answer sent', 'received sent'], false],
    ['call', 'yes', 'call', { email: false, phone: true }, [], true],
    ['email-or-call', 'yes', 'email-or-call', { email: true, phone: true }, ['answer sent', 'received sent'], false],
    ['portal-only', 'portalOnly', 'portal-only', { email: false, phone: false }, [], false],
    ['through-relative', 'no', 'through-relative', { email: false, phone: false }, [], false],
  ] as const)(
    'of e-mail and phone, "%s" uses exactly what it says',
    async (safeContact, reach, kept, safe, letters, call) => {
      const { check, appeal, contacts } = await sent({ contact: { ...both, safeContact } })
      expect(appeal).toMatchObject({ reach, safe_contact: kept })
      const isSafe = (kind: string) => contacts.find((contact) => contact.kind === kind)?.isSafe
      expect({ email: isSafe('email'), phone: isSafe('phone') }).toEqual(safe)
      expect(contacts.filter(({ mayCall }) => mayCall).map(({ kind }) => kind)).toEqual(safe.phone ? ['phone'] : [])
      const opened = await getAppealForPerson(portal.deps, appeal.id)
      const told = opened && commonAnswersInWords(opened, catalogue(), 'ru')
      const way = catalogue()
        .question('safeContact')
        ?.options?.find(({ id }) => id === safeContact)
      expect(told?.at(-1)).toEqual({ question: 'Как с вами безопасно связаться?', answer: way?.name.ru })
      expect(/не напишем и не позвоним/i.test(check.body)).toBe(!safe.email && !safe.phone)

      expect(appeal.call_since !== null).toBe(call)
      const after = await answered(appeal.id)
      expect(after.letters).toEqual(letters)
      expect(after.toCall).toBe(call)
    },
  )

  test('a safe e-mail is told of news, and the receipt says so', async () => {
    const { receipt } = await sent({ contact: { email: 'Aigul@example.org', safeContact: 'email' } })
    expect(receipt.body).toContain('О новостях сообщим на вашу почту')
  })

  test('a phone alone: we say that we cannot text, and the operator is to call', async () => {
    const { check, appeal, contacts } = await sent({ contact: { phone: '8 903 123-45-67', safeContact: 'call' } })
    expect(check.body).toContain('SMS мы пока не отправляем')
    expect(contacts).toMatchObject([{ kind: 'phone', value: '+79031234567' }])
    expect(appeal.call_since).not.toBeNull()
  })

  test.each([
    [{ phone: '+996 555 123 456', safeContact: 'email' }, 'Напишите адрес почты'],
    [{ email: 'a@example.org', safeContact: 'call' }, 'Напишите номер телефона'],
    [{ email: 'a@example.org', safeContact: 'email-or-call' }, 'Напишите номер телефона'],
    [{ safeContact: 'call' }, 'Напишите номер телефона'],
    [{ email: 'a@example.org' }, 'как с вами безопасно связаться'],
  ] as const)('%j is not guessed at: it is asked', async (contact, words) => {
    const browser = aBrowser(portal)
    await walkToCheck(browser)
    const answer = await browser.post('ask/contact', contact)
    expect(answer.statusCode).toBe(422)
    expect(errorsIn(answer)).toContain(words)
    for (const typed of Object.values(contact)) expect(answer.body).toContain(`value="${typed}"`)
  })

  test('a local number that may be Korean or Kyrgyz is asked about, with what was typed kept', async () => {
    const browser = aBrowser(portal)
    await walkToCheck(browser, { who: { country: 'KR' } })
    const typed = { phone: '0555 12 34 56', safeContact: 'call', name: 'Бакыт' }
    const asked = await browser.post('ask/contact', typed)
    expect(asked.statusCode).toBe(422)
    expect(errorsIn(asked)).toBe('Выберите, номер какой это страны, или напишите его с кодом страны')
    expect(asked.body).toContain('+996 555 123 456, Кыргызстан')
    expect(asked.body).toContain('+82 55 512 3456, Республика Корея (Южная Корея)')
    expect(asked.body).toContain('value="0555 12 34 56"')
    expect(asked.body).toContain('value="Бакыт"')

    expect((await browser.post('ask/contact', { ...typed, phoneIs: '+79031234567' })).statusCode).toBe(422)
    const check = await browser.save('contact', { ...typed, phoneIs: '+996555123456' })
    expect(check.body).toContain('+996 555 123 456, Кыргызстан')
    const corrected = await browser.save('contact', { ...typed, phone: '+82 10 1234 5678' })
    expect(corrected.body).toContain('+82 10 1234 5678, Республика Корея (Южная Корея)')
  })

  test('the same number in Russia can only be Kyrgyz, and the check page says which country’s it is', async () => {
    const { check, contacts } = await sent({ contact: { phone: '0555 12 34 56', safeContact: 'call' } })
    expect(check.body).toContain('+996 555 123 456, Кыргызстан')
    expect(contacts.map(({ value }) => value)).toEqual(['+996555123456'])
  })

  test('a country changed afterwards asks about the number anew before anything is sent', async () => {
    const browser = aBrowser(portal)
    await walkToCheck(browser, { contact: { phone: '0555 12 34 56', safeContact: 'call' } })
    const page = await browser.save('who', { ...inMoscow, country: 'KR', from: 'check' })
    expect(page.body).toContain('Номер какой это страны?')
    expect((await browser.get('ask/check')).headers.location).toBe('/ru/ask/contact')
  })

  test('a choice that is not offered is asked for again', async () => {
    const browser = aBrowser(portal)
    await walkToCheck(browser)
    const answer = await browser.post('ask/contact', { phone: '+996 555 123 456', safeContact: 'message' })
    expect(errorsIn(answer)).toBe('Выберите, как с вами безопасно связаться')
  })

  test('nothing at all is anonymous, and the person is told what that means', async () => {
    const { check, appeal, contacts, receipt } = await sent()
    expect(check.body).toContain('Вы не указали, как с вами связаться')
    expect(appeal.reach).toBe('none')
    expect(contacts).toEqual([])
    expect(receipt.body).toContain('снова открыть обращение не получится')
  })

  test('who takes the passport for the PIN is told which number they typed, also in Cyrillic letters', async () => {
    const browser = aBrowser(portal)
    await browser.save('who', inMoscow)
    const answer = await browser.post('ask/contact', { pin: 'АС 1234567', name: 'Бакыт Эмил уулу' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('AC1234567 — это номер паспорта')
    expect(answer.body).toContain('value="АС 1234567"')
  })

  test('who gives a contact must say whether it is safe; a wrong address and PIN are named, and all stays typed', async () => {
    const browser = aBrowser(portal)
    await walkToCheck(browser)
    const answer = await browser.post('ask/contact', { email: 'нет', phone: '12', pin: '123', name: 'Бакыт Эмил уулу' })
    expect(answer.statusCode).toBe(422)
    for (const words of ['aigul@example.org', 'с кодом страны', 'ПИН состоит из 14 цифр', 'безопасно связаться'])
      expect(errorsIn(answer)).toContain(words)
    expect(answer.body).toContain('value="Бакыт Эмил уулу"')
    expect(answer.body).toContain('value="123"')
  })

  test('a PIN of unusual structure is taken with a question, and shown without its serial', async () => {
    const browser = aBrowser(portal)
    const check = await walkToCheck(browser, { contact: { pin: '99 999999 999999', name: 'У' } })
    expect(check.body).toContain('999999999•••••')
    expect(check.body).toContain('ПИН выглядит необычно')
  })
})
