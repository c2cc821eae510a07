import { checkCatalogue, problemLine } from '#src/modules/catalogue/index.ts'
import type { Command } from './command.ts'

export const catalogueCheck: Command = {
  name: 'catalogue check',
  usage: '',
  says: 'Reads the catalogue as a start would and names every problem with file and line.',
  runs: 'here',
  async run(config, _given, say) {
    const { problems } = checkCatalogue(config.catalogueDir)
    for (const problem of problems) say(problemLine(problem))
    say(problems.length === 0 ? 'The catalogue is good.' : `${problems.length} problems.`)
    return problems.length === 0 ? 0 : 1
  },
}
