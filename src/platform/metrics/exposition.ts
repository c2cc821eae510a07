/** One name with all its values at this moment, as Prometheus reads them (decision 9). */
export type Family = {
  readonly name: string
  /** What it says, for whoever reads the raw list at night. */
  readonly says: string
  readonly type: 'counter' | 'gauge' | 'histogram'
  readonly samples: readonly Sample[]
}

type Labels = Readonly<Record<string, string>>
type Sample = { readonly suffix?: string; readonly labels?: Labels; readonly value: number }

export const EXPOSITION_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

/** A gauge of one value; none where there is nothing to say. */
export const gauge = (name: string, says: string, value: number | undefined): Family => ({
  name,
  says,
  type: 'gauge',
  samples: value === undefined ? [] : [{ value }],
})

/** A gauge with one label. */
export const gauges = (
  name: string,
  says: string,
  label: string,
  values: Readonly<Record<string, number>>,
): Family => ({
  name,
  says,
  type: 'gauge',
  samples: Object.entries(values).map(([key, value]) => ({ labels: { [label]: key }, value })),
})

/** The text format 0.0.4 of Prometheus. A family without values is left out: no figure is better than a wrong one. */
export const writeExposition = (families: readonly Family[]): string =>
  families
    .filter(({ samples }) => samples.length > 0)
    .map(({ name, says, type, samples }) =>
      [
        `# HELP ${name} ${says.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}`,
        `# TYPE ${name} ${type}`,
        ...samples.map(({ suffix = '', labels = {}, value }) => `${name}${suffix}${written(labels)} ${figure(value)}`),
        '',
      ].join('\n'),
    )
    .join('')

function written(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`)
  return pairs.length > 0 ? `{${pairs.join(',')}}` : ''
}

const escaped = (value: string) => value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')

const figure = (value: number) =>
  value === Number.POSITIVE_INFINITY ? '+Inf' : value === Number.NEGATIVE_INFINITY ? '-Inf' : String(value)
