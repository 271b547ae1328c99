import { LineIndex } from '../model/position.ts'
import type { View } from '../text/view.ts'
import type { Block, Root, Sentence } from './tree.ts'

/** Gives every node its place in the original text. */
export function locate(root: Root, view: View): Root {
  const index = new LineIndex(view.original, view.pages)
  const visit = (node: Root | Block | Sentence) => {
    const { start, end } = view.toOriginal(node.start, node.end)
    node.position = index.position(start, end)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(root)
  return root
}
