/** A noun that is measured rather than counted: 投资5亿元, 产量30万吨. A number behind it needs no verb. */
export const METRIC_NOUN =
  /(?:投资|外资|长度|总长|全长|收入|产值|总额|规模|产量|总产|单产|亩产|营收|产能|贷款|融资|人数|数量|面积|里程|总量|减负|吞吐量|电量|水量|气量|客流量|业务量|成交额|销售额|零售额|进出口|额|就业|装机|库容|存量|增加值|利润|税收|人口|浓度|总数|户数|家数|人次|客流|支出|资金)$/
