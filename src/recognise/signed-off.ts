/**
 * …沟通后确认——钟明、5月30日 at the end of a line, as minutes assign: who, and by when. A saying has its author there, and
 * no day.
 */

/** The persons, where a day comes behind them. */
export const SIGNED_OFF =
  /——([\u4e00-\u9fff]{2,4}(?:[、/][\u4e00-\u9fff]{2,4}){0,3})[、，,]\s?(?=(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底)?前?[。；;]?(?:$|\n))/gu

/** What stands before the day: persons, or an office. */
export const ENDS_SIGNED_OFF = /——[\u4e00-\u9fff、/]{2,12}[、，,]$/
