/** 关于生态红线划定工作。 在土壤防治方面。 比如，资金预算执行。: names what is spoken of next, as a heading would. */
export const TOPIC =
  /^(?:关于[^，,。]{2,30}|(?:在|再就是|还有就是)?[^，,。]{2,20}方面|(?:再)?比如(?:说)?[，,][^，,。]{2,20})。$/

/** 先讲项目。 再说说安全。 最后谈作风。 the same, as it is spoken. */
export const SPOKEN_TOPIC =
  /^(?:先|首先|再|接着|接下来|最后|[一二三四五六]|第[一二三四五六])(?:来)?(?:讲|说|谈)(?:一?[讲说谈]|一下)?(?!几|[一二三四五两]点)[^，,。：:]{1,12}[。：:]/

/** 同志们，…: who is spoken to, in front of what is said to them. */
const ADDRESS = /^(?:同志们|各位[^，,：:！!。]{1,8})[，,：:！!]\s*(?=.{8})/

/** What is said, without who it is said to. */
export const withoutAddress = (text: string): string =>
  text.startsWith('同志们') || text.startsWith('各位') ? text.replace(ADDRESS, '') : text
