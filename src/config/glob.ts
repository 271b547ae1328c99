/**
 * Whether a path fits a glob: * and ? within a name, ** over folders, {a,b} for one of several. A glob without a slash
 * fits the name in any folder. Paths have slashes and are relative.
 *
 * @param anyCase capitals and small letters are one, as in the file systems of Windows
 */
export function matchesGlob(path: string, glob: string, anyCase = false): boolean {
  const pattern = glob.replace(/^\.\//, '').replaceAll('\\', '/')
  const whole = pattern.includes('/') ? pattern : `**/${pattern}`
  return new RegExp(`^${toPattern(whole)}$`, anyCase ? 'iu' : 'u').test(path)
}

function toPattern(glob: string): string {
  let pattern = ''
  let braces = 0
  for (let i = 0; i < glob.length; i++) {
    const char = glob.charAt(i)
    if (glob.startsWith('**/', i)) {
      pattern += '(?:[^/]+/)*'
      i += 2
    } else if (glob.startsWith('**', i)) {
      pattern += '.*'
      i++
    } else if (char === '*') pattern += '[^/]*'
    else if (char === '?') pattern += '[^/]'
    else if (char === '{' && glob.includes('}', i)) {
      pattern += '(?:'
      braces++
    } else if (char === '}' && braces > 0) {
      pattern += ')'
      braces--
    } else if (char === ',' && braces > 0) pattern += '|'
    else pattern += char.replace(/[.+^$()|[\]{}\\/-]/u, '\\$&')
  }
  return pattern
}
