import type { Thing, VisitorName } from './world.ts'

/**
 * Who may enter where: written by hand and out of the requirements, not out of kernel/roles.ts, so that a slip there shows
 * here. A route that is not in this table fails the test.
 */
const leaders: readonly VisitorName[] = ['supervisor', 'leadingProtector', 'administrator']
const supervisors: readonly VisitorName[] = ['supervisor', 'leadingProtector']
const administrator: readonly VisitorName[] = ['administrator']
const watchers: readonly VisitorName[] = ['administrator', 'auditor']
const handlers: readonly VisitorName[] = [
  'operatorOfIntake',
  'operatorElsewhere',
  'lawyer',
  'teamless',
  'supervisor',
  'protector',
  'leadingProtector',
]
const idle: readonly VisitorName[] = ['editor', 'translator', 'bodyOfficer', 'diasporaHelper', 'head']
export const staff: readonly VisitorName[] = [...handlers, ...watchers, ...idle]
export const persons: readonly VisitorName[] = ['personOfIntake', 'personOfConsultations', 'personProtected']

/** Which appeals a visitor may know anything of. */
const known: Partial<Record<VisitorName, readonly Thing[]>> = {
  operatorOfIntake: ['inIntake', 'assigned'],
  // What was assigned to him lies with a team that is not his (any more).
  operatorElsewhere: ['inConsultations'],
  lawyer: ['inConsultations'],
  supervisor: ['inIntake', 'inConsultations', 'assigned'],
  protector: ['protected'],
  leadingProtector: ['inIntake', 'inConsultations', 'assigned', 'protected'],
  personOfIntake: ['inIntake'],
  personOfConsultations: ['inConsultations'],
  personProtected: ['protected'],
}
export const mayKnow = (visitor: VisitorName, thing: Thing): boolean => known[visitor]?.includes(thing) ?? false

export type Row = {
  readonly who: 'anyone' | readonly VisitorName[]
  /** The address names an appeal or a file: only who may know that appeal gets further. */
  readonly over?: 'appeal' | 'file'
  /** Values of what else the address names. One after "!" is not there, one after "?" may or may not be. */
  readonly params?: Readonly<Record<string, readonly string[]>>
  /** What is posted: nothing, and a form that would be taken. */
  readonly bodies?: readonly Readonly<Record<string, string>>[]
  /** Answers 404 also to those who may ask. */
  readonly answersNotThere?: true
  /** The visitor is out afterwards, so it is tried apart. */
  readonly endsSession?: true
}

const page = (who: Row['who']): Row => ({ who })
const stale = { version: '999999', formKey: '0'.repeat(32) }
/** Each would be taken but for its version, which no appeal has: what is refused for it was let in. */
const acts: Row['bodies'] = [
  {},
  {
    ...stale,
    text: 'Words of a stranger',
    reason: 'A reason',
    staffId: '1',
    teamId: 'consultations',
    topicId: 'unpaid-wages',
    urgency: 'low',
    outcome: 'adviceGiven',
  },
]
const actNames = [
  'take',
  'register',
  'protect',
  'answer',
  'ask',
  'tell',
  'note',
  'extend',
  'reopen',
  'assign',
  'handToTeam',
  'changeTopic',
  'changeUrgency',
  'close',
]
const country = ['KG', '!ZZ']
const day = { country, day: ['2026-08-31', '!2026-02-29'], holiday: ['?no-such-day'] }
const year = { country, year: ['2026', '!20266'] }

export const rows: Readonly<Record<string, Row>> = {
  'GET /healthz': page('anyone'),
  'GET /readyz': page('anyone'),
  'GET /assets/*': page('anyone'),
  'GET /owner.css': page('anyone'),
  'GET /robots.txt': page('anyone'),
  'GET /.well-known/security.txt': page('anyone'),
  'GET /': page('anyone'),
  'GET /exit': { who: 'anyone', endsSession: true },
  'GET /:lang': page('anyone'),
  'GET /:lang/topics': page('anyone'),
  'GET /:lang/foreigners': page('anyone'),
  'GET /:lang/about': page('anyone'),
  'GET /:lang/privacy': page('anyone'),
  'GET /:lang/accessibility': page('anyone'),
  'GET /:lang/danger': page('anyone'),
  'POST /:lang/danger': page('anyone'),
  'GET /:lang/ask': page('anyone'),
  'POST /:lang/ask': page('anyone'),
  'GET /:lang/ask/:step': { who: 'anyone', params: { step: ['words', '!nothing'] } },
  'POST /:lang/ask/:step': { who: 'anyone', params: { step: ['who', '!nothing'] } },
  'POST /:lang/ask/files': page('anyone'),
  'POST /:lang/ask/files/remove': page('anyone'),
  'GET /:lang/ask/files/:fileId': { who: 'anyone', params: { fileId: ['!no-such-file'] } },
  'GET /:lang/ask/pictures/:fileId': { who: 'anyone', params: { fileId: ['?no-such-file'] } },
  'GET /:lang/ask/pictures/:fileId/:size': { who: 'anyone', params: { fileId: ['!no-such-file'], size: ['small'] } },
  'GET /:lang/ask/send': page('anyone'),
  'POST /:lang/ask/send': page('anyone'),
  'POST /:lang/ask/code': page('anyone'),
  'POST /:lang/ask/leave': page('anyone'),
  'GET /:lang/ask/code': page('anyone'),
  'GET /:lang/check': page('anyone'),
  'POST /:lang/check': page('anyone'),
  'GET /.well-known/proof-keys.json': page('anyone'),
  'GET /:lang/resume': page('anyone'),
  'POST /:lang/resume': page('anyone'),
  'GET /:lang/ask/hand-over': page('anyone'),
  'POST /:lang/ask/hand-over': page('anyone'),
  'GET /:lang/receipt/prove': page('anyone'),
  'POST /:lang/receipt/prove': page('anyone'),
  'GET /:lang/verify/:token': { who: 'anyone', params: { token: ['A'.repeat(43)] } },
  'POST /:lang/verify/:token': { who: 'anyone', params: { token: ['A'.repeat(43)] } },

  'GET /:lang/appeal': page('anyone'),
  'GET /:lang/appeal/open': page('anyone'),
  'POST /:lang/appeal/open': page('anyone'),
  'GET /:lang/appeal/ended': page('anyone'),
  'POST /:lang/appeal/ended': { who: 'anyone', endsSession: true },
  'GET /:lang/appeal/reply': page('anyone'),
  'POST /:lang/appeal/reply': page('anyone'),
  'GET /:lang/appeal/view': page(persons),
  'GET /:lang/appeal/proof': page(persons),
  'GET /:lang/appeal/files/:fileId': { who: persons, over: 'file' },
  'GET /:lang/appeal/pictures/:fileId': { who: persons, over: 'file' },
  'GET /:lang/appeal/pictures/:fileId/:size': {
    who: persons,
    over: 'file',
    params: { size: ['small', 'large', '!huge'] },
  },
  'GET /:lang/appeal/:act': { who: persons, params: { act: ['close', '!nothing'] } },
  'POST /:lang/appeal/:act': {
    who: persons,
    params: { act: ['close', 'rate', 'reopen', 'zone', 'stay', 'confirm', '!nothing'] },
  },

  'GET /staff/sign-in': page('anyone'),
  'POST /staff/sign-in': page('anyone'),
  'POST /staff/sign-out': { who: 'anyone', endsSession: true },
  'POST /staff/stay': page(staff),
  'GET /staff/ended': page('anyone'),
  'POST /staff/ended': { who: 'anyone', endsSession: true },
  'GET /staff/set-up/:token': { who: 'anyone', params: { token: ['A'.repeat(43)] } },
  'POST /staff/set-up/:token': { who: 'anyone', params: { token: ['A'.repeat(43)] } },

  'GET /staff': page(staff),
  'GET /staff/account': page(staff),
  'POST /staff/account/language': page(staff),
  'POST /staff/account/keys': page(staff),
  'GET /staff/account/password': page(staff),
  'POST /staff/account/password': page(staff),
  'GET /staff/account/app': page(staff),
  'POST /staff/account/app': page(staff),
  'POST /staff/account/app/confirm': page(staff),
  'GET /staff/account/recovery-codes': page(staff),
  'POST /staff/account/recovery-codes': page(staff),
  'POST /staff/account/sessions': page(staff),

  'GET /staff/people': page(administrator),
  'GET /staff/people/invite': page(administrator),
  'POST /staff/people/invite': page(administrator),
  'GET /staff/people/:id': { who: administrator, params: { id: ['VICTIM', '!999'] } },
  'POST /staff/people/:id': { who: administrator, params: { id: ['VICTIM', '!999'] } },
  'POST /staff/people/:id/disable': { who: administrator, params: { id: ['VICTIM'] } },
  'POST /staff/people/:id/reset': { who: administrator, params: { id: ['VICTIM'] } },
  'GET /staff/teams': page(leaders),
  'GET /staff/teams/new': page(leaders),
  'POST /staff/teams/new': page(leaders),
  'GET /staff/teams/:id': { who: leaders, params: { id: ['protection', '!no-such-team'] } },
  'POST /staff/teams/:id': { who: leaders, params: { id: ['protection', '!no-such-team'] } },
  'POST /staff/teams/:id/members': { who: leaders, params: { id: ['protection', '!no-such-team'] } },
  'GET /staff/duty': page(leaders),
  'POST /staff/duty': page(leaders),

  'GET /staff/calendars': page(leaders),
  'GET /staff/calendars/:country/years/:year': { who: leaders, params: year },
  'GET /staff/calendars/:country/years/:year/publish': { who: leaders, params: year },
  'POST /staff/calendars/:country/years/:year/publish': { who: leaders, params: year },
  'GET /staff/calendars/:country/add': { who: leaders, params: { country } },
  'POST /staff/calendars/:country/add': { who: leaders, params: { country } },
  'GET /staff/calendars/:country/marks/:day/:holiday': { who: leaders, params: day },
  'POST /staff/calendars/:country/marks/:day/:holiday': { who: leaders, params: day },
  'GET /staff/calendars/:country/marks/:day/:holiday/remove': { who: leaders, params: day },
  'POST /staff/calendars/:country/marks/:day/:holiday/remove': { who: leaders, params: day },
  'GET /staff/calendars/:country/hours': { who: leaders, params: { country } },
  'POST /staff/calendars/:country/hours': { who: leaders, params: { country } },
  'POST /staff/calendars/:country/undo': { who: leaders, params: { country: ['?KG', '!ZZ'] } },
  'GET /staff/routing': page(leaders),
  'GET /staff/routing/topics/:topic': { who: leaders, params: { topic: ['unpaid-wages', '!no-such-topic'] } },
  'POST /staff/routing/topics/:topic': { who: leaders, params: { topic: ['unpaid-wages', '!no-such-topic'] } },
  'GET /staff/routing/teams/:language': { who: leaders, params: { language: ['ru', '!xx'] } },
  'POST /staff/routing/teams/:language': { who: leaders, params: { language: ['ru', '!xx'] } },
  'GET /staff/routing/changes/:change': { who: leaders, params: { change: ['!999'] } },
  'POST /staff/routing/changes/:change': { who: leaders, params: { change: ['!999'] } },

  'GET /staff/notices': page(leaders),
  'POST /staff/notices/retry': page(leaders),
  'GET /staff/audit': page(watchers),
  'GET /staff/system': page(administrator),
  'POST /staff/system/jobs': page(administrator),

  'GET /staff/ratings': page(supervisors),
  'GET /staff/queue/:view': {
    who: handlers,
    params: { view: ['new', 'mine', 'myTeam', 'waiting', 'dueToday', 'overdue', 'urgent', 'toCall', 'closed', '!all'] },
  },
  'POST /staff/find': { who: handlers, answersNotThere: true },
  'GET /staff/file-for-a-person': page(handlers),
  'POST /staff/file-for-a-person': page(handlers),
  'GET /staff/appeals/:id': { who: handlers, over: 'appeal' },
  'GET /staff/appeals/:id/files/:fileId': { who: handlers, over: 'file' },
  'GET /staff/appeals/:id/pictures/:fileId': { who: handlers, over: 'file' },
  'GET /staff/appeals/:id/pictures/:fileId/:size': {
    who: handlers,
    over: 'file',
    params: { size: ['small', 'large', '!huge'] },
  },
  // Only leads to the page of the appeal, which has a row of its own.
  'GET /staff/appeals/:id/:act': { who: handlers, params: { act: ['answer', '!nothing'] } },
  'POST /staff/appeals/:id/:act': {
    who: handlers,
    over: 'appeal',
    params: { act: [...actNames, '!nothing'] },
    bodies: acts,
  },
}

/** A pattern as this table writes it: "/:lang(^(?:ky|ru|en)$)/ask" is "/:lang/ask". */
export const rowName = (method: string, pattern: string) => `${method} ${pattern.replace(/\(\^[^)]*\)\$\)/g, '')}`
