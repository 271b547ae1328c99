import { describe } from 'vitest'
import { documentsOf, foldersOf } from '../pipeline/fixtures.ts'
import { checkLedger } from './ledger.ts'

describe('tasks of fixtures/assemble', () => {
  for (const fixture of foldersOf('assemble', 'expected.yaml')) {
    describe(fixture.name.replaceAll('-', ' '), () => checkLedger(fixture))
  }
})

describe('ledgers of fixtures/documents', () => {
  for (const fixture of documentsOf('documents')) {
    describe(fixture.name.replaceAll('-', ' '), () => checkLedger(fixture))
  }
})
