/** 关于生态红线划定工作。 在土壤防治方面。 比如，资金预算执行。: names what is spoken of next, as a heading would. */
export const TOPIC =
  /^(?:关于[^，,。]{2,30}|(?:在|再就是|还有就是)?[^，,。]{2,20}方面|(?:再)?比如(?:说)?[，,][^，,。]{2,20})。$/

/** 同志们，…: who is spoken to, in front of what is said to them. */
export const ADDRESS = /^(?:同志们|各位[^，,：:！!。]{1,8})[，,：:！!]\s*(?=.{8})/
