/**
 * Encodes a text in GB18030, as far as two bytes a character go; others become question marks.
 * TextEncoder knows UTF-8 only, so the table of the decoder is turned round.
 */
export const gb18030 = (text) => {
  const decoder = new TextDecoder('gb18030')
  const table = new Map()
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++)
      if (low !== 0x7f) table.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
  return Buffer.from([...text].flatMap((char) => (char < '\x80' ? [char.charCodeAt(0)] : (table.get(char) ?? [0x3f]))))
}
