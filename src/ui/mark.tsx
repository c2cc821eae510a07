/** The roof ring of a yurt: two rings and two crossing sets of three curves. One colour, that of the words around it. */
export const Tunduk = () => (
  <svg class="mek-mark" viewBox="0 0 44 44" width="44" height="44" aria-hidden="true" focusable="false">
    <circle cx="22" cy="22" r="20" />
    <circle cx="22" cy="22" r="15.5" />
    <path d="M14.5 8.5q4 13.5 0 27M22 6.5v31M29.5 8.5q-4 13.5 0 27M8.5 14.5q13.5 4 27 0M6.5 22h31M8.5 29.5q13.5-4 27 0" />
  </svg>
)

/** A thin band of ram's horns (кочкор мүйүз) above the footer. */
export const HornBand = () => (
  <svg class="mek-band" width="100%" height="22" aria-hidden="true" focusable="false">
    <defs>
      <pattern id="mek-horns" width="44" height="22" patternUnits="userSpaceOnUse">
        <path d="M22 21V11c0-5-3.5-8-8-8s-7 3-7 6 2 5 4.5 5 3.5-2 3.5-3.5M22 11c0-5 3.5-8 8-8s7 3 7 6-2 5-4.5 5-3.5-2-3.5-3.5M0 21c0-4 0-6 3-8M44 21c0-4 0-6-3-8" />
      </pattern>
    </defs>
    <rect width="100%" height="22" fill="url(#mek-horns)" />
  </svg>
)
