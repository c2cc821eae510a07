import type { Text } from '#src/kernel/lang.ts'

/** What a person typically writes about, by topic. Invented. A topic that stands not here is asked about by `anyTopic`. */
export const sentences: Readonly<Record<string, Text>> = {
  'unpaid-wages': {
    ky: 'Курулушта үч ай иштедим, жумуш берүүчү айлыгымды төлөбөй, телефонун да албай калды.',
    ru: 'Три месяца работал на стройке, работодатель не платит и перестал брать трубку.',
    en: 'I worked three months on a building site; the employer does not pay and no longer answers.',
  },
  'contract-conditions': {
    ky: 'Келишимде сегиз саат деп жазылган, бирок күнүнө он эки саат иштетишет, эс алуу күнү жок.',
    ru: 'В договоре восемь часов, а работаем по двенадцать без выходных.',
    en: 'The contract says eight hours, but we work twelve with no day off.',
  },
  'work-accident': {
    ky: 'Жумушта тепкичтен жыгылып, бутумду сындырдым, кырсык тууралуу акт түзүшкөн жок.',
    ru: 'На работе упал с лестницы, сломал ногу, акт о несчастном случае не составили.',
    en: 'I fell from a ladder at work and broke my leg; no report of the accident was made.',
  },
  'passport-withheld': {
    ky: 'Жумуш берүүчү паспортумду алып коюп, кайтарып бербей жатат.',
    ru: 'Работодатель забрал мой паспорт и не возвращает.',
    en: 'My employer took my passport and does not give it back.',
  },
  'stay-registration': {
    ky: 'Каттоомдун мөөнөтү жакында бүтөт, аны кантип узартса болорун билбейм.',
    ru: 'Срок регистрации скоро заканчивается, не знаю, как её продлить.',
    en: 'My registration ends soon and I do not know how to extend it.',
  },
  'entry-ban': {
    ky: 'Чек арадан өткөрбөй, кирүүгө тыюу бар дешти, себебин айтышкан жок.',
    ru: 'На границе развернули: сказали, что есть запрет на въезд, причину не назвали.',
    en: 'I was turned back at the border: they said there is an entry ban and gave no reason.',
  },
  'controlled-register': {
    ky: 'Картам бөгөттөлүп калды, көрсө реестрге киргизиптир, бирок документтерим тартипте.',
    ru: 'Заблокировали карту: оказалось, внесли в реестр, хотя документы в порядке.',
    en: 'My card was blocked: it turns out I am on the register, though my papers are in order.',
  },
  'permits-abroad': {
    ky: 'Убактылуу жашоого уруксат алгым келет, эмнеден баштоо керек?',
    ru: 'Хочу получить разрешение на временное проживание, с чего начать?',
    en: 'I would like a temporary residence permit; where do I begin?',
  },
  'detention-deportation': {
    ky: 'Бир тууганымды кечээ текшерүүдө кармап кетишти, кайда экенин билбейбиз.',
    ru: 'Брата вчера задержали при проверке, мы не знаем, где он.',
    en: 'My brother was detained in a check yesterday; we do not know where he is.',
  },
  trafficking: {
    ky: 'Жумуш бар деп чакырып, эми үйдөн чыгарбай, акысыз иштетип жатышат.',
    ru: 'Позвали на работу, а теперь не выпускают и заставляют работать бесплатно.',
    en: 'They promised work; now they do not let us out and make us work for nothing.',
  },
  'violence-police': {
    ky: 'Текшерүү учурунда уруп-согушту, медициналык маалымкатым бар.',
    ru: 'Во время проверки избили, есть справка от врача.',
    en: 'I was beaten during a check; I have a doctor’s paper.',
  },
  'death-repatriation': {
    ky: 'Тууганыбыз чет жерде каза болду, сөөгүн кантип алып келсек болот?',
    ru: 'Наш родственник умер за границей, как привезти тело домой?',
    en: 'A relative of ours has died abroad; how can the body be brought home?',
  },
  'missing-person': {
    ky: 'Уулум бир айдан бери байланышка чыкпайт, акыркы жолу жумушка баратам деген.',
    ru: 'Сын месяц не выходит на связь, в последний раз говорил, что едет на работу.',
    en: 'My son has not been in touch for a month; he last said he was going to work.',
  },
  'crisis-evacuation': {
    ky: 'Бул жерде кооптуу болуп калды, үй-бүлөм менен мекенге кайткым келет.',
    ru: 'Здесь стало опасно, хотим с семьёй вернуться домой.',
    en: 'It has become dangerous here; my family and I want to come home.',
  },
  'armed-recruitment': {
    ky: 'Агама түшүнүксүз келишимге кол койдуруп, кайда алып кетишкенин айтпай жатышат.',
    ru: 'Брата заставили подписать какой-то контракт и не говорят, куда увезли.',
    en: 'My brother was made to sign some contract and they do not say where he was taken.',
  },
  'lost-passport': {
    ky: 'Паспортумду метродо жоготуп алдым, үйгө кантип кайтам?',
    ru: 'Потерял паспорт в метро, как теперь вернуться домой?',
    en: 'I lost my passport in the metro; how can I get home?',
  },
  'passport-renewal': {
    ky: 'Паспортумдун мөөнөтү бүтүп баратат, аны ушул жактан алмаштырса болобу?',
    ru: 'Паспорт скоро истекает, можно ли поменять его здесь?',
    en: 'My passport is about to expire; can I renew it here?',
  },
  'civil-acts': {
    ky: 'Балабыз ушул жакта төрөлдү, туулгандыгы тууралуу күбөлүктү кантип алабыз?',
    ru: 'Ребёнок родился здесь, как получить свидетельство о рождении?',
    en: 'Our child was born here; how do we get a birth certificate?',
  },
  certificates: {
    ky: 'Соттолбогондугум тууралуу маалымкат керек, аны алыстан алса болобу?',
    ru: 'Нужна справка о несудимости, можно ли получить её дистанционно?',
    en: 'I need a certificate of no criminal record; can I get it from abroad?',
  },
  health: {
    ky: 'Ооруканада дарылануу керек, камсыздандыруум жок, эмне кылсам болот?',
    ru: 'Нужно лечение в больнице, страховки нет, как быть?',
    en: 'I need treatment in hospital and have no insurance; what can I do?',
  },
  children: {
    ky: 'Кызымды мектепке албай жатышат, каттоосу жок дешти.',
    ru: 'Дочь не берут в школу: говорят, нет регистрации.',
    en: 'The school does not take my daughter: they say she is not registered.',
  },
  pension: {
    ky: 'Чет өлкөдө он жыл иштедим, бул стаж пенсияга эсептелеби?',
    ru: 'Десять лет работал за границей, войдёт ли это в пенсионный стаж?',
    en: 'I worked abroad for ten years; will it count for my pension?',
  },
  'agency-fraud': {
    ky: 'Агенттик Европада жумуш убада кылып, акча алды да, жок болду.',
    ru: 'Агентство обещало работу в Европе, взяло деньги и исчезло.',
    en: 'An agency promised work in Europe, took the money and vanished.',
  },
  'job-programmes': {
    ky: 'Кореяга мыйзамдуу жумуш программасына кантип катышса болот?',
    ru: 'Как попасть в официальную программу работы в Корее?',
    en: 'How can I join the official programme for work in Korea?',
  },
  'money-transfer': {
    ky: 'Үйгө которгон акчам эки жумадан бери жетпей жатат.',
    ru: 'Перевод домой не доходит уже две недели.',
    en: 'Money I sent home has not arrived for two weeks.',
  },
  citizenship: {
    ky: 'Балам чет өлкөдө төрөлгөн, ага кыргыз жарандыгын кантип алабыз?',
    ru: 'Ребёнок родился за границей, как оформить ему кыргызское гражданство?',
    en: 'My child was born abroad; how do we get Kyrgyz citizenship for the child?',
  },
  'meken-card': {
    ky: 'Мурда Кыргызстандын жараны элем, «Мекен-карт» алгым келет.',
    ru: 'Раньше был гражданином Кыргызстана, хочу получить «Мекен-карт».',
    en: 'I used to be a citizen of Kyrgyzstan and would like a Meken card.',
  },
  kairylman: {
    ky: 'Чет өлкөдөгү этникалык кыргызбыз, кайрылман макамын алуу үчүн эмне керек?',
    ru: 'Мы этнические кыргызы из-за рубежа, что нужно для статуса кайрылмана?',
    en: 'We are ethnic Kyrgyz from abroad; what is needed for kairylman status?',
  },
  'return-reintegration': {
    ky: 'Мекенге кайтайын деп жатам, жумуш табууга жардам барбы?',
    ru: 'Собираюсь вернуться на родину, есть ли помощь с работой?',
    en: 'I am going back home; is there help with finding work?',
  },
  'visa-stay-kg': {
    ky: 'Визамдын мөөнөтү бүтүп баратат, аны Бишкекте узартса болобу?',
    ru: 'Виза заканчивается, можно ли продлить её в Бишкеке?',
    en: 'My visa is about to end; can it be extended in Bishkek?',
  },
  'work-permit-kg': {
    ky: 'Кыргызстанда иштөөгө уруксат алуу үчүн жумуш берүүчү эмне кылышы керек?',
    ru: 'Что должен сделать работодатель, чтобы мне дали разрешение на работу?',
    en: 'What must my employer do so that I get a work permit?',
  },
  'residence-kg': {
    ky: 'Жубайым Кыргызстандын жараны, жашап турууга уруксат алгым келет.',
    ru: 'Супруга гражданка Кыргызстана, хочу получить вид на жительство.',
    en: 'My wife is a citizen of Kyrgyzstan; I would like a residence permit.',
  },
  'asylum-kg': {
    ky: 'Өлкөмө кайтсам өмүрүмө коркунуч бар, башпаанек сурагым келет.',
    ru: 'Возвращаться в свою страну опасно для жизни, хочу просить убежища.',
    en: 'Going back to my country would put my life at risk; I want to ask for asylum.',
  },
  'complaint-official': {
    ky: 'Кабылдамада орой мамиле жасап, документтеримди албай коюшту.',
    ru: 'На приёме нагрубили и отказались принять документы.',
    en: 'At the office they were rude and refused to take my papers.',
  },
  feedback: {
    ky: 'Порталда маалымкаттар боюнча бөлүм болсо жакшы болмок.',
    ru: 'Было бы хорошо добавить на портал раздел о справках.',
    en: 'It would be good to have a section about certificates on the portal.',
  },
}

export const anyTopic: Text = {
  ky: 'Бул тема боюнча кеңешиңиздер керек.',
  ru: 'Нужна ваша консультация по этой теме.',
  en: 'I need your advice on this subject.',
}
