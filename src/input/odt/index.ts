import { damaged, InputError } from '../errors.ts'
import type { Reader } from '../readers.ts'
import { descendants, parseXml } from '../xml.ts'
import { OdtReader } from './document.ts'

/** OpenDocument texts (.odt, .ott, flat .fodt), automatic numbers included. Needs nothing of Node.js. */
export const readOdt: Reader = async (bytes, { budget, file }) => {
  const { zip } = file
  if (zip === undefined) return new OdtReader({ content: parseXml(bytes, budget), styles: null }, budget).read()
  const manifest = zip.find('META-INF/manifest.xml')
  if (manifest !== undefined)
    for (const _ of descendants(parseXml(zip.read(manifest), budget), 'manifest:encryption-data'))
      throw new InputError('encrypted', {}, 'Encrypted')
  const content = zip.find('content.xml')
  if (content === undefined) throw damaged('odt: no content.xml')
  const styles = zip.find('styles.xml')
  const parts = {
    content: parseXml(zip.read(content), budget),
    styles: styles === undefined ? null : parseXml(zip.read(styles), budget),
  }
  return new OdtReader(parts, budget).read()
}
