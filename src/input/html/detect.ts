/** Whether the first bytes of a text are those of a page. Files called .doc and .xls often are pages. */
export const looksLikeHtml = (head: string, extension: string): boolean => {
  const start = head.replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '').replaceAll('\0', '')
  // Most texts are told by their first character, without the pattern being compiled.
  const tagged = start.trimStart().startsWith('<')
  if (tagged && /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|html[\s>])/i.test(start))
    return true
  const named = /^(?:x?html?|shtml|hta|aspx?|jsp|php)$/.test(extension)
  return named && /<(?:html|head|body|title|meta|div|p|br|table|span|h[1-6]|ul|ol|font|center)[\s/>]/i.test(start)
}

/** Whether the first bytes are the headers of a MIME message that holds a page. */
export const looksLikeMhtml = (head: string): boolean =>
  /^[\w-]+:/.test(head) &&
  /^(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)*?mime-version:/i.test(head) &&
  /content-type:\s*(?:multipart\/|text\/html)/i.test(head)
