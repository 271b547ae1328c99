/**
 * Works on several items at a time, and gives the results in the order of the items.
 *
 * @param work must not reject: nobody listens to it before its turn
 * @param most items that are begun and not yet given; it bounds the results kept in memory
 */
export async function* inOrder<Item, Result>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<Result>,
  most: number,
): AsyncGenerator<{ item: Item; result: Result }> {
  const rest = items[Symbol.iterator]()
  const begun: { item: Item; result: Promise<Result> }[] = []
  const begin = (): void => {
    const next = rest.next()
    if (next.done !== true) begun.push({ item: next.value, result: work(next.value) })
  }
  while (begun.length < most) {
    const before = begun.length
    begin()
    if (begun.length === before) break
  }
  for (let first = begun.shift(); first; first = begun.shift()) {
    const result = await first.result
    yield { item: first.item, result }
    begin()
  }
}
