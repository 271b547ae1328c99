import type { View } from '../text/view.ts'
import type { Block, Root, Sentence } from './tree.ts'

/** Gives every node its place in the original text. */
export function locate(root: Root, view: View): Root {
  const visit = (node: Root | Block | Sentence) => {
    node.position = view.positionOf(node.start, node.end)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(root)
  return root
}
