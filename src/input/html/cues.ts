/**
 * Names that publishing systems of Chinese government and news sites give to the parts of a page. Matched against id and
 * class, in lower case.
 */

/** Holds the article and nothing else. */
export const ARTICLE_NAMES =
  /(?:^|[\s_-])(?:trs_editor|trs_preappend|ucap-content|ucapcontent|zoom|zoomcon|article|article[-_]?(?:content|con|body|text|main|box)?|art[-_]?(?:con|content|body)|content[-_]?(?:body|text|article|main|detail)?|conten|contentbox|con_text|news[-_]?(?:content|con|text|body)|detail[-_]?(?:content|con|text)?|text[-_]?content|main[-_]?(?:text|content)|js_content|rich_media_content|pages_content|entry-content|post-content|view_?content|xxgk_content|gsj_htmlcon|bt_content|nr|wzcon|zw|v_news_content|vsb_content(?:_\d+)?)(?:$|[\s_-])/

/** Round about the article: way of reading, menus, what else there is. */
export const CHROME_NAMES =
  /(?:^|[\s_-])(?:nav|navbar|navigation|menu|header|footer|foot|head|top|topbar|bottom|sidebar|side|aside|breadcrumb|crumbs?|position|location|curpos|share|bdshare\S*|jiathis\S*|social|related|relate|xgwz|xglj|recommend|hot|rank|ad|ads|advert\S*|banner|copyright|links?|friendlink|search|login|comment|comments|toolbar|tools?|print|fontsize|pager?|pagination|prevnext|prev|next|qrcode|ewm|erweima|cookie|popup|modal|float\S*|backtop|gotop)(?:$|[\s_-])/

/** Title and publication line above the article. */
export const TITLE_NAMES =
  /(?:^|[\s_-])(?:title|bt|tit|article[-_]?title|art[-_]?title|news[-_]?title|headline|wzbt|biaoti|xl_title|con_tit|maintitle)(?:$|[\s_-])/

export const HIDDEN_TAGS: ReadonlySet<string> = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'embed',
  'applet',
  'svg',
  'math',
  'canvas',
  'audio',
  'video',
  'map',
  'head',
  'title',
  'select',
  'datalist',
  'textarea',
  'button',
  'input',
  'rt',
  'rp',
  'rtc',
  'frameset',
  'noframes',
])

export const CHROME_TAGS: ReadonlySet<string> = new Set(['nav', 'footer', 'aside', 'menu', 'dialog'])

export const BLOCK_TAGS: ReadonlySet<string> = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'caption',
  'center',
  'dd',
  'details',
  'dialog',
  'dir',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hgroup',
  'hr',
  'html',
  'legend',
  'li',
  'main',
  'menu',
  'nav',
  'ol',
  'optgroup',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
])

/** Elements that may hold the article. */
export const CONTAINER_TAGS: ReadonlySet<string> = new Set([
  'article',
  'body',
  'center',
  'div',
  'dd',
  'fieldset',
  'form',
  'main',
  'section',
  'table',
  'tbody',
  'td',
  'tr',
  'ul',
  'li',
  'span',
  'font',
])
