// An element with the article comes in; the text of its paragraphs goes out, each without line breaks.

/** What opens and closes a paragraph. */
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
)
const SILENT = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'IFRAME',
  'SVG',
  'BUTTON',
  'SELECT',
  'TEXTAREA',
  'INPUT',
])
const ELEMENT = 1
const TEXT = 3

export interface PageParagraph {
  readonly text: string
  /** Share of the characters that stand inside links. */
  readonly linked: number
  readonly heading: boolean
  readonly item: boolean
}

/** The paragraphs of an element in page order, empty ones left out. */
export function pageParagraphs(root: Element): PageParagraph[] {
  const paragraphs: PageParagraph[] = []
  let text = ''
  let linked = 0
  let heading = false
  let item = false
  const close = (): void => {
    const clean = text.replace(/[\s\u200B\uFEFF]+/gu, ' ').trim()
    if (clean !== '')
      paragraphs.push({ text: clean, linked: Math.min(1, linked / clean.length), heading, item })
    text = ''
    linked = 0
    heading = false
  }
  const visit = (node: Node, inLink: boolean): void => {
    if (node.nodeType === TEXT) {
      const words = node.nodeValue ?? ''
      text += words
      if (inLink) linked += words.trim().length
      return
    }
    if (node.nodeType !== ELEMENT) return
    const name = node.nodeName.toUpperCase()
    if (SILENT.has(name)) return
    const block = BLOCKS.has(name)
    if (block) close()
    if (/^H[1-6]$/.test(name)) heading = true
    if (name === 'LI') item = true
    if (name === 'BR') {
      if (endsParagraph(node)) close()
      else text += ' '
    }
    for (const child of node.childNodes) visit(child, inLink || name === 'A')
    if (block) close()
    if (name === 'LI') item = false
  }
  visit(root, false)
  close()
  return paragraphs
}

/** Two line breaks in a row are how old pages part paragraphs. */
function endsParagraph(node: Node): boolean {
  let next = node.nextSibling
  while (next !== null && next.nodeType === TEXT && (next.nodeValue ?? '').trim() === '')
    next = next.nextSibling
  return next !== null && next.nodeName.toUpperCase() === 'BR'
}
