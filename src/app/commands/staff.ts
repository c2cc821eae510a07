import { isLang } from '#src/kernel/lang.ts'
import { roles } from '#src/kernel/roles.ts'
import { addStaff } from '#src/modules/staff/index.ts'
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
