/** Where a clause begins or ends. */
export const STOP = '，,。；;：:、！!？?（）()【】\\[\\]〔〕“”"\'|\\n'

/** Separators of a range: 3-6月, 3—6月, 3至6月, 2021/01 ~ 2024/05. */
export const RANGE = '(?:至|到|——|-{2,4}|[-—–－‐~～〜])'

/** 前 as a limit; not 前期, 前景, 前后, 前三季度. */
export const BEFORE =
  '(?:之前|以前|前)(?![后期景述列沿置言瞻者往来夕台任端身]|所[未述]|提(?![交供升高出前醒请报])|[一二三四五六七八九十百\\d]+(?:个?季度|个?月|位|名|强|大))'
