import type { View } from '../text/view.ts'
import type { OwnLabels } from './labels.ts'
import { readLines } from './read-lines.ts'
import type { Root } from './tree.ts'
import { TreeBuilder } from './tree-builder.ts'

/**
 * Reads the structure of a document: numbered headings and enumerators (inline ones included), labelled lines,
 * tables, sentences. Total: any text gives a tree that covers it, what can't be placed is a paragraph.
 */
export const parseStructure = (view: View, labels?: OwnLabels): Root =>
  new TreeBuilder(view, readLines(view, labels)).build()
