// The package brings no types of its own. What is used of it, after its README and libheif's post.js of version 1.23.
declare module 'libheif-js/wasm-bundle.js' {
  type HeifPixels = { data: Uint8ClampedArray; width: number; height: number }
  type HeifImage = {
    get_width(): number
    get_height(): number
    is_primary(): boolean
    /** Draws into `pixels`, four bytes each, and gives it back; nothing where it cannot be drawn. */
    display(pixels: HeifPixels, drawn: (pixels: HeifPixels | null) => void): void
    free(): void
  }
  const libheif: { HeifDecoder: new () => { decode(bytes: Uint8Array): readonly HeifImage[] } }
  export = libheif
}
