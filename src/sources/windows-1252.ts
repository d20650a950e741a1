// Bytes in Windows-1252 come in and characters go out, and the other way round. Node's own decoder reads some of its bytes as Latin-1.

/** Characters at 0x80-0x9F; the five that Windows leaves empty stand for the control characters of the same number. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

const byteOf = new Map([...HIGH].map((char, i) => [char, 0x80 + i] as const))

export const decodeWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009F]/g, char => HIGH[char.charCodeAt(0) - 0x80])

/** The byte of a character in Windows-1252 or Latin-1, or null. */
export function windows1252Byte(char: string): number | null {
  const code = char.codePointAt(0) ?? 0
  return byteOf.get(char) ?? (code <= 0xff ? code : null)
}
