import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { seedRehearsalStaff, type RehearsalAccount } from '#src/modules/staff/index.ts'
import { paths } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'

/** What the person who runs it reads after the start: where to go and, at a rehearsal's first start, how to sign in. */
export async function greet(deps: AppDeps) {
  const { publicUrl, staffUrl, mode } = deps.config
  const staffAddress = `${staffUrl ?? publicUrl}${paths.staffHome()}`
  console.log(
    `\nMekendesh is ready${mode === 'rehearsal' ? ' (rehearsal mode: made-up accounts, not a real service)' : ''}.`,
  )
  console.log(`  People:  ${publicUrl}\n  Staff:   ${staffAddress}`)
  await introduceAccounts(deps, console.log)
}

/** In a rehearsal without accounts: makes them, and says once how to sign in. */
export async function introduceAccounts(deps: AppDeps, say: (line: string) => void) {
  const accounts = await seedRehearsalStaff(deps)
  if (accounts.length === 0) return
  const kept = join(deps.config.dataDir, 'rehearsal-accounts.txt')
  const lines = accounts.map(describe).join('\n')
  writeFileSync(kept, `${lines}\n`, { mode: 0o600 })
  say(`\nRehearsal accounts (made once, also in ${kept}):\n${lines}\n`)
  say('Add the secret to an authenticator app, or use the code that is shown: it is good for half a minute.')
}

const describe = ({ role, email, password, totpSecret, code }: RehearsalAccount) =>
  `  ${role.padEnd(14)} ${email.padEnd(30)} password ${password}  secret ${totpSecret}  code now ${code}`
