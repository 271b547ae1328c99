/**
 * What runs beside pdf.js in a thread of its own: gives the number of pages, and of a page its texts with their places,
 * and what pdf.js warned of meanwhile, or the paths that are drawn on it. Plain JavaScript, since it travels as text.
 */
export const PDF_WORKER = `
async (pdfjs, question, data) => {
  const self = globalThis
  // pdf.js has no other way to say what it passed over.
  self.warnings ??= new Set()
  console.warn = console.log = (words) => {
    if (self.warnings.size < 100) self.warnings.add(String(words).slice(0, 200))
  }
  if (question.kind === 'open') {
    self.warnings.clear()
    await self.opening?.destroy()
    self.opening = pdfjs.getDocument({ data: data.bytes, ...data.options })
    self.document = await self.opening.promise
    return self.document.numPages
  }
  const page = await self.document.getPage(question.page)
  const { width, height, transform } = page.getViewport({ scale: 1 })
  if (question.kind === 'text') {
    const { items } = await page.getTextContent()
    const texts = []
    for (const { str, transform, width } of items)
      if (str !== undefined && str.trim() !== '') texts.push({ text: str, matrix: Array.from(transform), width })
    const warnings = [...self.warnings]
    self.warnings.clear()
    return { width, height, transform: Array.from(transform), texts, warnings }
  }
  const { OPS } = pdfjs
  const strokes = [OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]
  const fills = [OPS.fill, OPS.eoFill]
  const { fnArray, argsArray } = await page.getOperatorList()
  page.cleanup()
  // Of pictures, which are of no use here.
  self.warnings.clear()
  const drawing = []
  for (let i = 0; i < fnArray.length && drawing.length < 200000; i++) {
    const args = argsArray[i]
    switch (fnArray[i]) {
      case OPS.save:
        drawing.push({ kind: 'save' })
        break
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        drawing.push({ kind: 'restore' })
        break
      case OPS.transform:
        drawing.push({ kind: 'transform', numbers: Array.from(args) })
        break
      case OPS.paintFormXObjectBegin:
        drawing.push({ kind: 'save' }, { kind: 'transform', numbers: Array.from(args?.[0] ?? [1, 0, 0, 1, 0, 0]) })
        break
      case OPS.constructPath: {
        const kind = strokes.includes(args[0]) ? 'stroke' : fills.includes(args[0]) ? 'fill' : null
        const path = args[1]?.[0]
        if (kind !== null && path) drawing.push({ kind, numbers: Array.from(path) })
      }
    }
  }
  return drawing
}
`
