// Rebuild the bundle and compare it with the committed one: what is served is what the source says.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const here = new URL('.', import.meta.url).pathname
const { version } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'))
const committed = join(here, '../../../assets/canvas', version)
const fresh = mkdtempSync(join(tmpdir(), 'loomline-canvas-'))
try {
  execFileSync('npx', ['vite', 'build', '--logLevel', 'error', '--outDir', fresh, '--emptyOutDir'], { cwd: here, stdio: 'inherit' })
  const names = (folder) => readdirSync(folder).sort()
  const differs = (name) => !readFileSync(join(committed, name)).equals(readFileSync(join(fresh, name)))
  const wrong = names(fresh).join() === names(committed).join() ? names(fresh).filter(differs) : ['the list of files']
  if (wrong.length) {
    console.error(`The committed bundle ${version} is not what the source builds: ${wrong.join(', ')}. Run: npm run build`)
    process.exitCode = 1
  } else console.log(`Bundle ${version} is what the source builds.`)
} finally {
  rmSync(fresh, { recursive: true, force: true })
}
