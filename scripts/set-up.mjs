// A fresh or changed clone in; installed packages and a fresh dist/ out. What is fresh already is left alone.
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm'

/** Runs a program in the project's folder, showing what it prints; the exit code, 1 where it did not start. */
export function run(program, args, options = {}) {
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32' && program === NPM,
    ...options,
  })
  if (error) console.error(`${program} did not start: ${error.message}`)
  return status ?? 1
}

export const runNode = (script, args = [], options = {}) => run(process.execPath, [script, ...args], options)

/** Node and npm are the only two things presumed. */
export function requireNode() {
  const [major] = process.versions.node.split('.').map(Number)
  if (major >= 20) return
  console.error(
    `Rapport needs Node 20 or later; this is Node ${process.versions.node}. Get it from https://nodejs.org.`,
  )
  process.exit(1)
}

const readLock = path => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : null)

/** Whether every package of the lock file is there in its version; those for other systems may be missing. */
function installed() {
  const wanted = readLock(join(root, 'package-lock.json'))
  const there = readLock(join(root, 'node_modules/.package-lock.json'))
  if (!wanted || !there) return false
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || there[path]?.version === version || (optional && there[path] === undefined),
  )
}

/** Installs the packages of the lock file where they are missing or stale; ends the program where that fails. */
export function install() {
  if (installed()) return
  console.error('Installing packages …')
  if (run(NPM, ['ci', '--no-fund', '--no-audit']) === 0) return
  console.error(
    'The packages could not be installed. Check that a package registry can be reached (npm config get registry), and try again.',
  )
  process.exit(1)
}

/** The time of the newest file below a folder, or of a file. */
function newest(path) {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats) return 0
  if (!stats.isDirectory()) return stats.mtimeMs
  return Math.max(stats.mtimeMs, ...readdirSync(path).map(name => newest(join(path, name))))
}

/** The parts of dist/: what each is made of, and what makes it. */
const PARTS = [
  {
    name: 'the program',
    from: ['src', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'],
    make: () => runNode('node_modules/typescript/bin/tsc', ['-p', 'tsconfig.build.json']),
  },
  {
    name: 'the page',
    from: ['web', 'src/store', 'src/record', 'package-lock.json'],
    make: () => runNode('node_modules/vite/bin/vite.js', ['build', 'web', '--logLevel', 'warn']),
  },
]

/** Builds the parts that are older than what they are made of; true when all could be built. */
export function build() {
  mkdirSync(join(root, 'dist'), { recursive: true })
  const fine = PARTS.map(({ name, from, make }) => {
    const stamp = join(root, 'dist', `.built-${name.replaceAll(' ', '-')}`)
    if (newest(stamp) > Math.max(...from.map(path => newest(join(root, path))))) return true
    console.error(`Building ${name} …`)
    // Noted before building, so that a change made meanwhile counts as newer.
    const begun = new Date()
    if (make() !== 0) return false
    writeFileSync(stamp, begun.toISOString())
    utimesSync(stamp, begun, begun)
    return true
  }).every(Boolean)
  const command = join(root, 'dist/cli/main.js')
  // npx starts the file itself.
  if (existsSync(command)) chmodSync(command, 0o755)
  return fine
}
