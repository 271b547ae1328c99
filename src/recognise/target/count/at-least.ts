/** 至少 before a number, wherever in its clause. */
export const AT_LEAST = /(?:至少|最少)(?=[^，。；]*$)/
