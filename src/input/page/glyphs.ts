/** Radicals that fonts give for the characters that look like them, and that Unicode does not fold. */
const RADICALS =
  // The first one has a fold of its own, to the traditional form; fonts of simplified characters mean the other.
  '⼾户⺁厂⺇几⺌小⺎兀⺏尣⺕彐⺘扌⺙攵⺝月⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺪疋⺬示⺭礻⺮竹⺯糹⺱罓⺲罒⺶羊⺷羊⺸羋⺹耂⺺肀⺻聿⺼月⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞飠⻟饣⻠饣⻡馆⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻲亀⻳龟'
const table = new Map<string, string>()
for (let i = 0; i + 1 < RADICALS.length; i += 2) table.set(RADICALS[i] ?? '', RADICALS[i + 1] ?? '')

/** Dashes, brackets and what looks like them, radicals, compatibility ideographs, punctuation of vertical lines. */
const FOLDED =
  /[\u2012\u2015\u2215\u2329\u232a\u2e3a\u2e3b\u2e80-\u2fd5\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe4f\u301c\u3b35]/g
const MARKS = new Map([
  ['\u2012', '–'],
  ['\u2015', '—'],
  ['\u2215', '／'],
  ['\u301c', '～'],
  ['\u2329', '〈'],
  ['\u232a', '〉'],
  ['\u2e3a', '——'],
  ['\u2e3b', '———'],
  // Noto Sans has one shape for both.
  ['㬵', '胶'],
  ['\ufe30', '：'],
  ['\ufe31', '—'],
  ['\ufe32', '–'],
  ['\ufe10', '，'],
  ['\ufe11', '、'],
  ['\ufe12', '。'],
  ['\ufe13', '：'],
  ['\ufe14', '；'],
  ['\ufe15', '！'],
  ['\ufe16', '？'],
  ['\ufe17', '〖'],
  ['\ufe18', '〗'],
  ['\ufe19', '…'],
  ['\ufe35', '（'],
  ['\ufe36', '）'],
])

/**
 * Characters as they should have been encoded: ⼀ (the radical) as 一, ﹂ as 」. A font has one shape for both, and the
 * maker of the file chose the wrong code.
 */
export const foldGlyphs = (text: string): { text: string; folded: number } => {
  let folded = 0
  const plain = text.replace(FOLDED, (char) => {
    const to = MARKS.get(char) ?? table.get(char) ?? char.normalize('NFKC')
    if (to !== char) folded++
    return to
  })
  return { text: plain, folded }
}
