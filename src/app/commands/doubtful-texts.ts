import { uncertainIn, uncertainTexts } from '#src/app/ready/uncertain-texts.ts'
import { loadCatalogue } from '#src/modules/catalogue/index.ts'
import type { Command } from './command.ts'

export const textsDoubtful: Command = {
  name: 'texts doubtful',
  usage: '',
  says: 'Lists what an editor must check of the Kyrgyz: of pages and letters by file and name, of the catalogue by its words.',
  runs: 'here',
  async run(config, _given, say) {
    const [ours, ofCatalogue] = [uncertainTexts(), uncertainIn(loadCatalogue(config.catalogueDir))]
    for (const text of [...ours, ...ofCatalogue]) say(text)
    say(`${ours.length} texts of pages and letters, ${ofCatalogue.length} of the catalogue.`)
    return 0
  },
}
