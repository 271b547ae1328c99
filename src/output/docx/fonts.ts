/** Faces of official documents (GB/T 9704), in half points: 二号 22 pt, 三号 16 pt, 四号 14 pt, 五号 10.5 pt. */
const latin = 'Times New Roman'

/** The hint makes “ ” … — full-width as Chinese type has them: left alone, Word sets them in the Latin face. */
const face = (eastAsia: string) => ({ ascii: latin, hAnsi: latin, cs: latin, eastAsia, hint: 'eastAsia' })

export const title = { font: face('方正小标宋简体'), size: 44 } as const
export const mark = { font: face('黑体'), size: 32 } as const
export const subtitle = { font: face('楷体_GB2312'), size: 28 } as const
export const pageNumber = { font: face('宋体'), size: 28 } as const
export const head = { font: face('黑体'), size: 21 } as const
export const body = { font: face('仿宋_GB2312'), size: 21 } as const
/** The words with which a task opens. */
export const lead = { font: face('黑体'), size: 21 } as const
/** Rows of sections: first level, the others. */
export const section = { font: face('黑体'), size: 24 } as const
export const subsection = { font: face('楷体_GB2312'), size: 24 } as const

/** What to show where a machine lacks a face: many lack 小标宋 and the _GB2312 ones. */
const substitutes: readonly { name: string; instead: string; family: string }[] = [
  { name: '方正小标宋简体', instead: '方正小标宋_GBK,小标宋,华文中宋,宋体,SimSun,Noto Serif CJK SC', family: 'roman' },
  { name: '仿宋_GB2312', instead: '仿宋,FangSong,华文仿宋,方正仿宋_GBK,Noto Serif CJK SC', family: 'modern' },
  { name: '楷体_GB2312', instead: '楷体,KaiTi,华文楷体,方正楷体_GBK,Noto Serif CJK SC', family: 'modern' },
  { name: '黑体', instead: 'SimHei,华文黑体,Noto Sans CJK SC', family: 'swiss' },
  { name: '宋体', instead: 'SimSun,华文宋体,Noto Serif CJK SC', family: 'roman' },
]

/** word/fontTable.xml: the only place in which Word and LibreOffice look for substitutes. */
export function fontTable(): string {
  const fonts = substitutes.map(
    ({ name, instead, family }) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`
}
