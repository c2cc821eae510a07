import { isLang } from '#src/kernel/lang.ts'
import { roles } from '#src/kernel/roles.ts'
import { addFirstProtector, addStaff } from '#src/modules/staff/index.ts'
import type { Command } from './command.ts'
import { needed } from './command.ts'

export const staffAdd: Command = {
  name: 'staff add',
  usage: '--email ADDRESS --name NAME --role ROLE [--lang ky|ru|en]',
  says: 'Makes an account and prints the link by which its owner sets a password. The first administrator is made so.',
  options: { email: 'text', name: 'text', role: 'text', lang: 'text' },
  runs: 'portal',
  async run({ deps }, given, say) {
    const role = roles.find((one) => one === needed(given, 'role'))
    if (!role) throw new Error(`--role must be one of: ${roles.join(', ')}.`)
    const lang = given.options['lang']
    const added = await addStaff(deps, {
      email: needed(given, 'email'),
      name: needed(given, 'name'),
      role,
      ...(isLang(lang) ? { lang } : {}),
    })
    if (!added.ok) throw new Error('There is already an account with this address.')
    say(`Hand this link over; it works once, for a week:\n${added.value.link}`)
    return 0
  },
}

const refusals = {
  noSuchAccount: 'There is no account with this address that has set a password.',
  roleReadsNothing: 'The role of this account may not work on appeals.',
  notEmpty: 'The protection team has members: only they let others in, on its page.',
} as const

export const staffProtect: Command = {
  name: 'staff protect',
  usage: '--email ADDRESS',
  says: 'Puts the first member into the protection team, while it is empty. A supervisor: members let others in.',
  options: { email: 'text' },
  runs: 'portal',
  async run({ deps }, given, say) {
    const added = await addFirstProtector(deps, needed(given, 'email'))
    if (!added.ok) throw new Error(refusals[added.refusal])
    say('Done. From now on only members let others into the protection team.')
    return 0
  },
}
