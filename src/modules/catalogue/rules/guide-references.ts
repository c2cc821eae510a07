import { allNamed, named, type Finding, type Given, type Known } from './known-ids.ts'

/** Nothing reads the two files yet; whoever writes them learns of a slip now, not when the first guide is opened. */
export function inGuides({ guides: file }: Given, known: Known): Finding[] {
  if (!file) return []
  const audiences = new Set(file.audiences.map(({ id }) => id))
  return file.guides.flatMap((guide, at) => {
    const path = ['guides', at]
    return [
      ...allNamed(audiences, 'audience', guide.audience, 'guides', [...path, 'audience']),
      ...(guide.country === '*'
        ? []
        : named(known.countryOrGroup, 'country or group', guide.country, 'guides', [...path, 'country'])),
      ...allNamed(known.topic, 'topic', guide.topics, 'guides', [...path, 'topics']),
      ...allNamed(known.body, 'body', guide.bodies, 'guides', [...path, 'bodies']),
      ...allNamed(known.service, 'service', guide.services, 'guides', [...path, 'services']),
      ...allNamed(known.rule, 'rule', guide.deadlineRules, 'guides', [...path, 'deadlineRules']),
    ]
  })
}

export function inServices({ services: file }: Given, known: Known): Finding[] {
  if (!file) return []
  const kinds = new Set(file.depths.map(({ kind }) => kind))
  const depths = file.depths.flatMap(({ services }, at) =>
    allNamed(known.service, 'service', services, 'services', ['depths', at, 'services']),
  )
  const services = file.services.flatMap((service, at) => {
    const path = ['services', at]
    return [
      ...named(kinds, 'kind of service', service.kind, 'services', [...path, 'kind']),
      ...allNamed(known.field, 'field', service.fields, 'services', [...path, 'fields']),
      ...named(known.body, 'body', service.issuingBody, 'services', [...path, 'issuingBody']),
      ...named(known.topic, 'topic', service.topic, 'services', [...path, 'topic']),
    ]
  })
  return [...allNamed(known.field, 'field', file.commonFields, 'services', ['commonFields']), ...depths, ...services]
}
