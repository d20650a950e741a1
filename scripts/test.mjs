// `npm test`: a clone in; its last line says how many checks and tests passed and failed. Installs and builds what it needs itself.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, install, requireNode, root, run, runNode } from './set-up.mjs'

const CHROMIUM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

let passed = 0
let failed = 0

/** Runs one check; what it prints is shown. */
function check(name, make) {
  console.log(`\n== ${name}`)
  const fine = make() === 0
  console.log(`${fine ? 'passed' : 'FAILED'}: ${name}`)
  if (fine) passed++
  else failed++
}

/** The page's tests need a browser: where there is none, the system's package is installed, if that is allowed. */
function ensureBrowser() {
  if ([process.env.CHROMIUM, ...CHROMIUM].some(path => path && existsSync(path))) return
  const mayInstall =
    process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (mayInstall) {
    console.log('Installing Chromium for the tests of the page …')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const quiet = { env, stdio: ['ignore', 'ignore', 'inherit'] }
    run('apt-get', ['update', '-qq'], quiet)
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet)
    if (existsSync('/usr/bin/chromium')) return
  }
  console.log(
    'NOT RUN: the tests of the page in a browser. Install Chromium (as root: apt-get install chromium) or name one in the variable CHROMIUM.',
  )
}

function runTests() {
  console.log('\n== tests')
  const folder = mkdtempSync(join(tmpdir(), 'rapport-test-'))
  const report = join(folder, 'report.json')
  const { status } = spawnSync(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...process.argv.slice(2),
    ],
    { cwd: root, stdio: 'inherit' },
  )
  const counts = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null
  rmSync(folder, { recursive: true })
  passed += counts?.numPassedTests ?? 0
  // A file that could not be loaded has failed without a test of its own that did.
  const unloaded = counts?.testResults.filter(
    file => file.status === 'failed' && file.assertionResults.every(test => test.status !== 'failed'),
  )
  const wrong = (counts?.numFailedTests ?? 0) + (unloaded?.length ?? 0)
  // The runner itself failed.
  failed += status !== 0 && wrong === 0 ? 1 : wrong
  const notRun = counts?.testResults
    .flatMap(file => file.assertionResults)
    .filter(({ status: how }) => how !== 'passed' && how !== 'failed')
  for (const { fullName } of notRun ?? []) console.log(`NOT RUN: ${fullName}`)
}

requireNode()
install()
ensureBrowser()
check('types', () => runNode('node_modules/typescript/bin/tsc', ['-p', 'tsconfig.json']))
check('format and lint', () => runNode('node_modules/@biomejs/biome/bin/biome', ['check']))
check('no unused files or packages', () =>
  runNode('node_modules/knip/bin/knip.js', [
    '--no-progress',
    '--include',
    'files,dependencies,unlisted,unresolved',
  ]),
)
check('build', () => (build() ? 0 : 1))
runTests()
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
