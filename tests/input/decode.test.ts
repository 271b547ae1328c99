import { describe, expect, it } from 'vitest'
import { decode } from '../../src/input/decode.ts'
import { InputError } from '../../src/input/errors.ts'

const hex = (text: string): Uint8Array => Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string, little: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2)
  const data = new DataView(bytes.buffer)
  for (let i = 0; i < text.length; i++) data.setUint16(i * 2, text.charCodeAt(i), little)
  return bytes
}
const codes = (bytes: Uint8Array): string[] => decode(bytes).notices.map((notice) => notice.code)
/** 工作任务，责任单位：市财政局。 in GBK; 工作任務，責任單位：市財政局。 in Big5. */
const GBK = 'b9a4d7f7c8cecef1a3acd4f0c8ceb5a5cebba3bacad0b2c6d5febed6a1a3'
const BIG5 = 'a475a740a5f4b0c8a141b364a5f4b3e6a6eca147a5abb05dac46a7bda143'

describe('decode', () => {
  it('drops the byte-order mark', () => {
    expect(decode(utf8('\ufeff工作'))).toEqual({ text: '工作', encoding: 'utf-8', notices: [] })
    expect(decode(Uint8Array.from([0xff, 0xfe, ...utf16('工作', true)])).text).toBe('工作')
    expect(decode(Uint8Array.from([0xfe, 0xff, ...utf16('工作', false)])).encoding).toBe('utf-16be')
  })

  it('is sure of UTF-8 that is valid', () => {
    expect(decode(utf8('一、总体要求'))).toEqual({ text: '一、总体要求', encoding: 'utf-8', notices: [] })
  })

  it('knows UTF-16 without a mark by its zero bytes, and says that it guessed', () => {
    expect(decode(utf16('一、总体要求\n2025年\n', true))).toMatchObject({
      text: '一、总体要求\n2025年\n',
      encoding: 'utf-16le',
    })
    expect(decode(utf16('一、总体要求\n2025年\n', false)).encoding).toBe('utf-16be')
    expect(codes(utf16('一、总体要求\n', true))).toEqual(['encoding-guessed'])
  })

  it('tells GB18030 from Big5 by how common the characters are', () => {
    expect(decode(hex(GBK))).toMatchObject({ text: '工作任务，责任单位：市财政局。', encoding: 'gb18030' })
    expect(decode(hex(BIG5))).toMatchObject({ text: '工作任務，責任單位：市財政局。', encoding: 'big5' })
    expect(codes(hex(GBK))).toEqual(['encoding-guessed'])
  })

  it('does what it is told', () => {
    expect(decode(hex(GBK), 'gbk')).toMatchObject({
      text: '工作任务，责任单位：市财政局。',
      encoding: 'gbk',
      notices: [],
    })
    expect(() => decode(hex(GBK), 'utf-8')).toThrow(
      expect.objectContaining({ code: 'not-decodable', params: { encoding: 'utf-8' } }),
    )
    expect(() => decode(hex(GBK), 'klingon')).toThrow(expect.objectContaining({ code: 'unknown-encoding' }))
  })

  it('reports characters that were lost', () => {
    expect(decode(utf8('整改\ufffd措施\ufffd')).notices).toEqual([{ code: 'replacement-characters', detail: '2' }])
  })

  it('keeps UTF-8 in which a few bytes are damaged', () => {
    const bytes = utf8('各单位要按照职责分工抓好落实，每季度报送进展情况。'.repeat(4))
    bytes[7] = 0xff
    const decoded = decode(bytes)
    expect(decoded.encoding).toBe('utf-8')
    expect(decoded.notices.map((notice) => notice.code)).toContain('replacement-characters')
  })

  it('refuses what is no text', () => {
    expect(() => decode(Uint8Array.from({ length: 64 }, (_, i) => (i * 37) % 7))).toThrow(InputError)
  })
})
