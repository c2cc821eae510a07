/** Our own line drawings on a grid of 32; their colour and width come from the style sheet. Each stands beside its words. */
const drawings = {
  ask: 'M5 6h22v16H14l-6 5v-5H5zM13 11.5c0-4 6-4 6 0 0 2-3 2-3 4.5m0 2.800v.2',
  report: 'M16 5 29 27H3zM16 13v7m0 3.300v.2',
  appeal: 'M7 4h18v24H7zM12 11h8m-8 5h8m-8 5h5',
  card: 'M3 7h26v18H3zM8 21c0-5 8-5 8 0M12 16.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5M20 13h5m-5 5h5',
  globe: 'M16 4a12 12 0 1 0 0 24 12 12 0 0 0 0-24M4 16h24M16 4c-7 7-7 17 0 24M16 4c7 7 7 17 0 24',
  find: 'M14 5a9 9 0 1 0 0 18 9 9 0 0 0 0-18M20.5 20.5 28 28',
  file: 'M8 3h11l6 6v20H8zM19 3v6h6',
  phone: 'M7 4h5l2 7-3 2c2 4 4 6 8 8l2-3 7 2v5c-12 4-25-9-21-21z',
  mail: 'M3 7h26v18H3zM3 8l13 10L29 8',
  lock: 'M7 14h18v14H7zM11 14V9c0-6 10-6 10 0v5M16 19v4',
  clock: 'M16 4a12 12 0 1 0 0 24 12 12 0 0 0 0-24M16 9v7l5 4',
  work: 'M4 11h24v15H4zM12 11V6h8v5M4 18h24',
  family:
    'M11 6a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M4 27c0-12 14-12 14 0M23 12a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M18.5 21c4-4 9-1 9.5 6',
  home: 'M4 16 16 5l12 11M8 13v14h16V13M13 27v-8h6v8',
  help: 'M16 4a12 12 0 1 0 0 24 12 12 0 0 0 0-24M12.5 13c0-5 7-5 7 0 0 2.5-3.5 2.5-3.5 5.5m0 3.300v.2',
  shield: 'M16 4 27 8c0 10-4 16-11 20C9 24 5 18 5 8zM11 15l4 4 7-7',
  print: 'M9 12V4h14v8M9 23H4V12h24v11h-5M9 19h14v9H9z',
} as const
export type IconName = keyof typeof drawings
export const iconNames = Object.keys(drawings) as IconName[] // the keys of the table above

export const Icon = ({ name, isSmall }: { name: IconName; isSmall?: boolean | undefined }) => (
  <svg
    class={isSmall ? 'mek-icon mek-icon--small' : 'mek-icon'}
    viewBox="0 0 32 32"
    aria-hidden="true"
    focusable="false"
  >
    <path d={drawings[name]} />
  </svg>
)
