import { z } from 'zod'
import { bodiesFile } from './bodies.ts'
import { calendarFile } from './calendar.ts'
import { countriesFile } from './countries.ts'
import { deadlineRulesFile } from './deadline-rules.ts'
import { formatsFile } from './formats.ts'
import { glossaryFile } from './glossary.ts'
import { guidesFile } from './guides.ts'
import { routingFile } from './routing.ts'
import { servicesFile } from './services.ts'
import { settingsFile } from './settings.ts'
import { topicsFile } from './topics.ts'

/** Every JSON file that is read, where it lies in the catalogue's folder, and what must stand in it. */
export const files = {
  settings: { at: 'settings.json', is: settingsFile },
  topics: { at: 'topics.json', is: topicsFile },
  bodies: { at: 'bodies.json', is: bodiesFile },
  countries: { at: 'countries.json', is: countriesFile },
  routing: { at: 'routing.json', is: routingFile },
  calendar: { at: 'calendars/kg.json', is: calendarFile },
  deadlineRules: { at: 'deadline-rules.json', is: deadlineRulesFile },
  formats: { at: 'formats.json', is: formatsFile },
  glossary: { at: 'glossary.json', is: glossaryFile },
  guides: { at: 'guides.json', is: guidesFile },
  services: { at: 'services.json', is: servicesFile },
} as const satisfies Record<string, { at: string; is: z.ZodType }>

export type FileKey = keyof typeof files
export type CatalogueFiles = { readonly [Key in FileKey]: z.output<(typeof files)[Key]['is']> }
