import { encode } from 'uqr'

/** A QR code as one path: the content security policy allows neither inline styles nor data: images. */
export const QrCode = ({ text, label }: { text: string; label: string }) => {
  // Four light modules around it: without them phones do not find it.
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      width="240"
      height="240"
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path fill="#000" d={data.flatMap(darkRuns).join('')} />
    </svg>
  )
}

function darkRuns(row: readonly boolean[], y: number): string[] {
  const letters = row.map((isDark) => (isDark ? 'x' : ' ')).join('')
  return Array.from(letters.matchAll(/x+/g), ({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`)
}
