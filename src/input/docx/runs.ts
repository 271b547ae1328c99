import type { FieldState } from '../field-state.ts'
import { child, elements, textOf, type XmlElement } from '../xml.ts'
import { isOn, type Styles } from './styles.ts'
import { symbolOf } from './symbols.ts'

/** Text of a paragraph, and what hangs on it. */
export interface ParagraphText {
  text: string
  /** Contents of text boxes anchored in it. */
  boxes: XmlElement[]
  /** Ids of notes referred to, in order. */
  notes: { kind: 'footnote' | 'endnote'; id: string }[]
  /** Characters that are formatted as hidden. */
  hidden: number
}

/** Deleted, or moved elsewhere. */
const GONE: ReadonlySet<string> = new Set([
  'w:del',
  'w:moveFrom',
  'w:rPr',
  'w:pPr',
  'w:instrText',
  'w:delText',
  'w:delInstrText',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:rt',
  'w:tcPr',
  'w:tblPr',
])

/** Reads what stands in a paragraph, tracked changes as accepted. */
export const readRuns = (paragraph: XmlElement, styles: Styles, fields: FieldState): ParagraphText => {
  const result: ParagraphText = { text: '', boxes: [], notes: [], hidden: 0 }
  read(paragraph, false)
  return result

  function read(parent: XmlElement, hidden: boolean): void {
    for (const node of elements(parent)) readNode(node, hidden)
  }

  function add(text: string, hidden: boolean): void {
    if (fields.inInstruction) return
    if (hidden) result.hidden += text.length
    else result.text += text
  }

  function readNode(node: XmlElement, hidden: boolean): void {
    if (GONE.has(node.name)) return
    switch (node.name) {
      case 'w:r':
        read(node, hidden || isHiddenRun(node, styles))
        return
      case 'w:t':
      case 'm:t':
        add(textOf(node), hidden)
        return
      case 'w:tab':
      case 'w:ptab':
        add('\t', hidden)
        return
      case 'w:br':
      case 'w:cr':
        add('\n', hidden)
        return
      case 'w:noBreakHyphen':
        add('-', hidden)
        return
      case 'w:sym':
        add(symbolOf(node.attributes['w:char']), hidden)
        return
      case 'w:fldChar':
        readFieldSign(node.attributes['w:fldCharType'])
        return
      case 'w:footnoteReference':
      case 'w:endnoteReference': {
        const id = node.attributes['w:id']
        if (id !== undefined)
          result.notes.push({ kind: node.name === 'w:footnoteReference' ? 'footnote' : 'endnote', id })
        return
      }
      case 'w:txbxContent':
        result.boxes.push(node)
        return
      case 'mc:AlternateContent':
        readAlternatives(node, hidden)
        return
      default:
        read(node, hidden)
    }
  }

  function readFieldSign(type: string | undefined): void {
    if (type === 'begin') fields.begin()
    else if (type === 'separate') fields.separate()
    else if (type === 'end') fields.end()
  }

  /** The same thing said twice, for new and for old programs: the first that says something is read. */
  function readAlternatives(node: XmlElement, hidden: boolean): void {
    for (const branch of elements(node)) {
      const before = result.text.length + result.boxes.length + result.hidden
      read(branch, hidden)
      if (result.text.length + result.boxes.length + result.hidden > before) return
    }
  }
}

const isHiddenRun = (run: XmlElement, styles: Styles): boolean => {
  const properties = child(run, 'w:rPr')
  const vanish = child(properties, 'w:vanish')
  return vanish === undefined ? styles.isHidden(child(properties, 'w:rStyle')?.attributes['w:val']) : isOn(vanish)
}
