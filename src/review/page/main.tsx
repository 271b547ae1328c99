import { render } from 'preact'
import { rememberPage } from './export.ts'
import { readData } from './read-data.ts'
import { Review } from './review.tsx'
import { Store } from './store.ts'

const root = document.getElementById('root')
const data = readData()
if (root && data) {
  rememberPage()
  render(<Review store={new Store(data)} />, root)
}
