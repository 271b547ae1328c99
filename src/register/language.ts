/** The language of what people read: column names, ledger keys, messages. */
export type Language = 'zh' | 'en'
