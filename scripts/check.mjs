// `npm test`: types, lint, unused code, build, tests. Every step runs, whatever became of those before it, so that one
// run shows all there is to mend. The last line is "N passed, N failed": the tests, and a failure for each other step
// that failed. Exit status 1 if anything did.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const folder = mkdtempSync(join(tmpdir(), 'taizhang-check-'))
const report = join(folder, 'vitest.json')

const steps = [
  ['types', 'tsc', ['--noEmit']],
  ['types of the pages', 'tsc', ['--noEmit', '-p', 'tsconfig.page.json']],
  ['lint and format', 'biome', ['ci', '--error-on-warnings', '.']],
  ['unused code and packages', 'knip', []],
  ['build', 'node', ['scripts/build.mjs']],
  ['tests', 'vitest', ['run', '--coverage', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]],
]

// Logs are read as plain text.
const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined }
const bin = join(root, 'node_modules/.bin')

const failedSteps = []
for (const [name, command, args] of steps) {
  process.stdout.write(`\n== ${name}\n`)
  const started = performance.now()
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...plain, PATH: `${bin}${delimiter}${process.env.PATH}` },
    shell: process.platform === 'win32',
  })
  if (status !== 0) failedSteps.push(name)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  process.stdout.write(`== ${name}: ${status === 0 ? 'ok' : 'FAILED'} (${seconds} s)\n`)
}

const tests = readTests()
rmSync(folder, { recursive: true, force: true })

// A test file that cannot be loaded fails the step without a failed test.
const failedChecks = failedSteps.filter((name) => name !== 'tests' || tests.failed === 0)
if (failedChecks.length > 0) process.stdout.write(`\nFailed: ${failedChecks.join(', ')}\n`)
const skipped = tests.skipped > 0 ? `, ${tests.skipped} skipped` : ''
process.stdout.write(`\n${tests.passed} passed, ${tests.failed + failedChecks.length} failed${skipped}\n`)
process.exitCode = failedSteps.length > 0 ? 1 : 0

function readTests() {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }
  } catch {
    return { passed: 0, failed: 0, skipped: 0 }
  }
}
