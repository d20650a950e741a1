// `npm start`: a fresh clone in; the sample articles read into a fresh record and its page served out.
// `npm start -- read FILE…` (or any other command of rapport) runs that instead, in the folder npm was started in.
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build, install, requireNode, root, runNode } from './set-up.mjs'

const COMMAND = join(root, 'dist/cli/main.js')
const SAMPLES = 'samples.sqlite'

requireNode()
install()
if (!build()) {
  console.error('Rapport was not built without complaints; the lines above say which.')
  // A wrong type still gives a program that runs; without a program there is nothing to start.
  if (!existsSync(COMMAND)) process.exit(1)
}
// Ctrl+C reaches the command as well: it ends first, and this after it.
process.on('SIGINT', () => {})
const args = process.argv.slice(2)
process.exitCode =
  args.length > 0 ? runNode(COMMAND, args, { cwd: process.env.INIT_CWD ?? root }) : showSamples()

function showSamples() {
  for (const ending of ['', '-wal', '-shm']) rmSync(join(root, SAMPLES + ending), { force: true })
  console.error('Reading the sample articles (invented texts) …')
  const read = runNode(COMMAND, ['read', 'samples', '--db', SAMPLES])
  if (read > 1) return read
  console.error('\nYour own: npm start -- read FILE… and then npm start -- serve')
  return runNode(COMMAND, ['serve', '--db', SAMPLES])
}
