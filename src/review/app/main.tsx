import { render } from 'preact'
import { rememberPage } from '../page/export.ts'
import { readData } from '../page/read-data.ts'
import { App } from './app.tsx'

const root = document.getElementById('root')
if (root) {
  rememberPage()
  render(<App language={document.documentElement.lang === 'en' ? 'en' : 'zh'} start={readData()} />, root)
}
