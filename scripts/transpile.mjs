// Brings dist/ up to src/ without checking types: what the tests that start the command as a process need. Takes under a second.
import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('..', import.meta.url))

const modified = path => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

/** Writes dist/….js for each src/….ts that is newer. */
export function transpile() {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root)
  for (const name of readdirSync(join(root, 'src'), { recursive: true })) {
    if (!name.endsWith('.ts')) continue
    const source = join(root, 'src', name)
    const target = join(root, 'dist', name.replace(/\.ts$/, '.js'))
    if (modified(source) <= modified(target)) continue
    const { outputText } = ts.transpileModule(readFileSync(source, 'utf8'), {
      compilerOptions: {
        ...options,
        noEmit: false,
        module: ts.ModuleKind.ESNext,
        moduleResolution: ts.ModuleResolutionKind.Bundler,
      },
      fileName: source,
    })
    mkdirSync(dirname(target), { recursive: true })
    // Renamed into place, so that a process starting meanwhile never sees half a file.
    writeFileSync(`${target}.new`, outputText)
    renameSync(`${target}.new`, target)
  }
  const command = join(root, 'dist/cli/main.js')
  if (modified(command)) chmodSync(command, 0o755)
}

/** Vitest calls this once before all tests. */
export const setup = transpile
