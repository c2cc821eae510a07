const formats = [
  { type: 'audio/webm;codecs=opus', extension: 'webm' },
  { type: 'audio/ogg;codecs=opus', extension: 'ogg' },
  { type: 'audio/mp4', extension: 'm4a' },
] as const
type Format = (typeof formats)[number]

/** The smallest that this browser records and the field takes, by its `accept`. */
export const pickFormat = (accept: string, records: (type: string) => boolean): Format | undefined => {
  const taken = accept.split(',')
  return formats.find(({ type }) => taken.includes(type.replace(/;.*/, '')) && records(type))
}

/** "2:05". */
export const inMinutes = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
