export type Poster = 'nobody' | 'drafter' | 'person' | 'operator' | 'administrator' | 'supervisor'

/** Forms with words in them: who posts, where, which fields hold words, and what else the form asks. */
export type WordForm = {
  readonly by: Poster
  readonly path: string
  readonly words: readonly string[]
  readonly others: readonly string[]
  readonly isMultipart?: true
}

/** All of the portal's that hold more than choices; the appeal is one that the person and the operator have open. */
export function wordForms(appealId: string): readonly WordForm[] {
  const act = (name: string) => `/staff/appeals/${appealId}/${name}`
  return [
    {
      by: 'drafter',
      path: '/ru/ask/who',
      words: ['city'],
      others: ['country', 'asWho', 'citizenship', 'inDanger', 'lang'],
    },
    {
      by: 'nobody',
      path: '/ru/ask/who',
      words: ['city'],
      others: ['country', 'asWho', 'citizenship', 'inDanger', 'lang'],
    },
    { by: 'drafter', path: '/ru/ask/words', words: ['message'], others: ['ownPhone', 'from'] },
    {
      by: 'drafter',
      path: '/ru/ask/contact',
      words: ['name', 'email', 'phone', 'pin'],
      others: ['safeContact'],
    },
    { by: 'nobody', path: '/ru/danger', words: ['where', 'what', 'reach'], others: ['country', 'key'] },
    { by: 'nobody', path: '/ru/appeal/open', words: ['number'], others: ['secret'] },
    {
      by: 'nobody',
      path: '/ru/appeal/reply',
      words: ['text'],
      others: ['act', 'key', 'remove'],
      isMultipart: true,
    },
    {
      by: 'person',
      path: '/ru/appeal/reply',
      words: ['text'],
      others: ['act', 'key', 'remove'],
      isMultipart: true,
    },
    { by: 'person', path: '/ru/appeal/close', words: ['closeReason'], others: ['outcome', 'version', 'key'] },
    { by: 'person', path: '/ru/appeal/rate', words: ['ratingWords'], others: ['score', 'round', 'key'] },
    { by: 'person', path: '/ru/appeal/reopen', words: ['reopenReason'], others: ['version', 'key'] },
    { by: 'operator', path: act('answer'), words: ['text'], others: ['version', 'formKey'] },
    { by: 'operator', path: act('answer'), words: ['text'], others: ['version', 'formKey', 'send'], isMultipart: true },
    { by: 'operator', path: act('ask'), words: ['text'], others: ['version', 'formKey'] },
    { by: 'operator', path: act('note'), words: ['text'], others: ['version', 'formKey', 'hasCalled'] },
    { by: 'operator', path: act('extend'), words: ['reason'], others: ['version', 'formKey'] },
    { by: 'operator', path: act('handToTeam'), words: ['reason'], others: ['version', 'formKey', 'teamId'] },
    { by: 'operator', path: act('changeTopic'), words: ['reason'], others: ['version', 'formKey', 'topicId'] },
    { by: 'operator', path: act('changeUrgency'), words: ['reason'], others: ['version', 'formKey', 'urgency'] },
    {
      by: 'operator',
      path: act('close'),
      words: ['reason', 'norm'],
      others: ['version', 'formKey', 'outcome', 'amount', 'currency'],
    },
    {
      by: 'administrator',
      path: '/staff/people/invite',
      words: ['name', 'email'],
      others: ['role', 'lang', 'teams'],
    },
    {
      by: 'supervisor',
      path: '/staff/teams/new',
      words: ['nameKy', 'nameRu', 'nameEn'],
      others: ['langs', 'kind'],
    },
    {
      by: 'supervisor',
      path: '/staff/calendars/KG/add?year=2026',
      words: ['reason', 'nameKy', 'nameRu', 'nameEn'],
      others: ['from', 'to', 'kind', 'seen'],
    },
    {
      by: 'supervisor',
      path: '/staff/routing/topics/unpaid-wages',
      words: ['words'],
      others: ['scope', 'before', 'after'],
    },
  ]
}
