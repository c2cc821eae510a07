import { encodeQR } from 'qr'

/** A QR code as one path, for a screen and for paper. */
export const QrCode = ({ text, label }: { text: string; label: string }) => {
  const rows = encodeQR(text, 'raw', { ecc: 'low', border: 4 })
  // One path of all dark runs stays sharp at any size; a square a module would be twice as heavy.
  const runs = rows.flatMap((row, y) =>
    [...row.map(Number).join('').matchAll(/1+/g)].map(
      ({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`,
    ),
  )
  return (
    <svg
      class="mek-qr"
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect width={rows.length} height={rows.length} fill="#fff" />
      <path d={runs.join('')} fill="#000" />
    </svg>
  )
}
