import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { extractSource, outlineSource, readSource, viewSource } from '../../src/index.ts'
import { Register } from '../../src/model/schema.ts'
import { misplaced } from '../pipeline/sources.ts'
import { CORPUS, corpusFiles } from './files.ts'

if (corpusFiles.length === 0) {
  it.skip(`the corpus is not here (${CORPUS}): real documents were not run`, () => {})
} else {
  describe('real documents', () => {
    it.each(corpusFiles)('%s', async (file) => {
      const source = await readSource(join(CORPUS, file))
      const { register, tree } = await extractSource(source)
      expect(Register.parse(register)).toEqual(register)
      const outline = await outlineSource(source)
      const view = await viewSource(source)
      expect(view.original).toBe(source.text)
      for (const part of [register, outline, tree]) expect(misplaced(part, source.text)).toEqual([])
      expect(new Set(register.tasks.map(({ id }) => id)).size).toBe(register.tasks.length)
      expect(new Set(register.tasks.map(({ key }) => key)).size).toBe(register.tasks.length)
      expect(register.tasks.length).toBeGreaterThan(0)
    })
  })
}
