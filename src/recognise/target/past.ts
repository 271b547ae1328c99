/** Cues that what follows has happened, or exists. A comparison (较去年, 比上年) is none. */
const PAST =
  /(?<![比较于在与同超和])(?:去年|上年(?!度)|前年)(?!同期|水平|的)|今年以来|近年来|[一两三四五]年来|截至目前|截止目前|(?<!项)目前(?!期)|迄今|现有|已有|共有|(?<!每[^，。；、]{1,14})拥有(?![量率数])|仅[占为有]|下辖|现辖|已经|(?<![而不])已(?!知)|曾经|业已|(?:完成|新增|达到|增长|下降|建成|实现|培育|引进|打造|改造|开展|取得|突破|提高|超过)了|累计完成|共(?:建成|完成|排查|检查|查处|接待|受理|淘汰|处理|立案|审批|争取|投入|新增)|了(?=约?[0-9])|有[0-9]+[个家项名]|过去/g
/** Cues that what follows is still to be done. */
const FUTURE =
  /(?:力争|确保|争取|努力|计划|下一步|务必|必须|明年|目标|要(?!求|素|闻|点|件)|今年(?!以来)|年底前|月底前|年内|到[\uE001]|将(?!军)|再新增|继续)/g

const blank = (clause: string): string => ' '.repeat(clause.length)

const lastIndex = (pattern: RegExp, text: string): number => {
  let at = -1
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) at = match.index
  return at
}

/**
 * Clauses that only describe what is worked on: 对已达标的街道进行提升，…; 发挥现有模型的作用，…. What is asked for
 * in the clauses after them is not past.
 */
const DESCRIBES =
  /(?:^|(?<=[，,：:。；]))(?:(?:对|针对|在|将|把|为|按照)[^，,。；0-9]{0,20}已[^，,。；0-9]{1,10}的|(?:充分|有效|加快|全面)?(?:发挥|利用|依托|整合|盘活|用好|立足|结合|巩固|优化|提升|改造|完善|对|在)[^，,。；0-9]{0,12}(?:现有|已有))[^，,。；0-9]*(?=[，,])/g

/** 现有平台加快提升，…: a clause without a number in which 现有 says which ones. */
const WHICH_ONES = /(?:^|(?<=[，,：:。；]))[^，,。；：:0-9]*现有[^，,。；：:0-9]+[，,]/g

/** Whether the words of a sentence up to a number tell of something done, or already there. */
export const tellsOfThePast = (before: string): boolean => {
  if (lastIndex(PAST, before) < 0) return false
  const told = before.replace(DESCRIBES, blank).replace(WHICH_ONES, blank)
  const past = lastIndex(PAST, told)
  return past >= 0 && past > lastIndex(FUTURE, told)
}
