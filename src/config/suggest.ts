import {
  classifyName,
  type defaultLexicon,
  readDepartmentList,
  recogniseResponsibilities,
} from '../recognise/department/index.ts'
import { findLabels } from '../structure/labels.ts'
import type { View } from '../text/view.ts'

/** A name of a body that the lexicon lacks. */
export interface Suggestion {
  name: string
  count: number
  places: { path: string; line: number }[]
  /** A name of the lexicon that it may be an alias of. */
  aliasOf: string | null
}

/** Cuts a text into words; see src/config/segmenter.ts. */
export interface WordCutter {
  name: string
  /** Words with their part of speech, where the engine has one. */
  tag(text: string): { word: string; tag: string }[]
}

/** Endings of names of bodies; a run of words that ends in one may be a name. */
const ENDING = /(?:委员会|管委会|领导小组|指挥部|办公室|中心|集团|公司|专班|委|局|办|厅|院|站|所|处|科|队|协会|联合会)$/
/** Words that no name is made of. */
const NO_PART =
  /^(?:的|和|与|及|等|要|由|在|对|将|把|为|各|有关|相关|其他|负责|牵头|配合|加强|推进|开展|完成|落实|组织|建设(?!局|厅|部))$/
/** 县政府, 蓝山县委: a place and what rules it, no name to be kept. */
const PLAIN = /^[\u4e00-\u9fffxX×*]{0,8}[省市县区州旗镇乡](?:人民政府|政府|委|党委|委县政府)$/
const LONGEST = 20

/**
 * Looks through documents for names of bodies beyond the lexicon: where the text makes somebody answerable (sure), and
 * runs of nouns that end like a name (where a word cutter is there).
 */
export class SuggestionFinder {
  private readonly found = new Map<string, { count: number; places: { path: string; line: number }[]; sure: boolean }>()

  constructor(
    private readonly lexicon: typeof defaultLexicon,
    private readonly cutter: WordCutter | null,
  ) {}

  /** Reads one document. */
  add(path: string, view: View, lineOf: (offset: number) => number): void {
    for (const line of view.lines) {
      if (line.kind !== 'text') continue
      const text = view.text.slice(line.start, line.end)
      const at = (offset: number) => ({ path, line: lineOf(line.start + offset) })
      for (const r of recogniseResponsibilities(text, { lexicon: this.lexicon }))
        for (const d of r.departments) if (!d.collective) this.see(d.name, at(d.start), true)
      for (const hit of findLabels(text)) {
        if (hit.meaning.field !== 'departments') continue
        for (const d of readDepartmentList(text.slice(hit.end), hit.meaning, { lexicon: this.lexicon }).departments)
          if (!d.collective) this.see(d.name, at(hit.end + d.start), true)
      }
      if (this.cutter) this.readWords(text, this.cutter, at)
    }
  }

  /** Names that occur at least `least` times, the commonest first. */
  result(least: number): Suggestion[] {
    return [...this.found]
      .filter(([, entry]) => entry.count >= least)
      .map(([name, { count, places }]) => ({ name, count, places: places.slice(0, 3), aliasOf: this.alias(name) }))
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
  }

  private see(name: string, place: { path: string; line: number }, sure: boolean): void {
    if (this.known(name) || name.length > LONGEST) return
    const entry = this.found.get(name) ?? { count: 0, places: [], sure }
    entry.count++
    entry.sure ||= sure
    if (!entry.places.some((p) => p.path === place.path && p.line === place.line)) entry.places.push(place)
    this.found.set(name, entry)
  }

  /** In the lexicon already, or a word for many bodies. */
  private known(name: string): boolean {
    const strength = classifyName(name, this.lexicon)
    return (
      strength === null ||
      strength === 'known' ||
      strength === 'collective' ||
      strength === 'generic' ||
      strength === 'short' ||
      PLAIN.test(name)
    )
  }

  private alias(name: string): string | null {
    const head = name.replace(ENDING, '')
    if (head.length < 2) return null
    for (const family of this.lexicon.families) {
      for (const root of family.roots) {
        if (
          root.length > head.length &&
          [...head].every((char) => root.includes(char)) &&
          root.startsWith(head.charAt(0))
        )
          return family.name
      }
    }
    return null
  }

  private readWords(text: string, cutter: WordCutter, at: (offset: number) => { path: string; line: number }): void {
    let run = ''
    let start = 0
    let offset = 0
    const close = () => {
      if (run.length >= 3 && ENDING.test(run)) this.see(run, at(start), false)
      run = ''
    }
    for (const { word, tag } of cutter.tag(text)) {
      const part =
        /^[\u4e00-\u9fff]+$/.test(word) &&
        !NO_PART.test(word) &&
        (tag === '' || /^(?:n|j|l|i|b|s|ng|vn|a|eng|x|f)/.test(tag))
      if (!part) close()
      else {
        if (run === '') start = offset
        run += word
        if (ENDING.test(run) && run.length >= 3) {
          this.see(run, at(start), false)
          run = ''
        }
      }
      offset += word.length
    }
    close()
  }
}
