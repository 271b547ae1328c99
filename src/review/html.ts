import type { Language } from '../register/language.ts'
import { scriptJson } from './json-script.ts'

/** What a page is made of. */
export interface PageParts {
  language: Language
  title: string
  /** The bundled program of the page; no element ends in it. */
  script: string
  /** SHA-256 of the script, base 64: only this very script is run. */
  scriptHash: string
  style: string
  /** What it shows; nothing for the app, which reads documents itself. */
  data?: unknown
}

/**
 * One HTML file that needs nothing else: no other file, no server. Its own policy keeps it from any network, so a
 * document that is reviewed in it goes nowhere.
 */
export function pageHtml({ language, title, script, scriptHash, style, data }: PageParts): string {
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${scriptHash}'`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<div id="root"></div>
<script type="application/json" id="review-data">${data === undefined ? '' : scriptJson(data)}</script>
<script>${script}</script>
</body>
</html>
`
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character)
