// Lays out what the container image holds: node packaging/image/assemble.js FOLDER ARCHITECTURE
//
// Takes a checkout after `npm ci` and `npm run build`. Writes into FOLDER one folder for each layer of the image, which the Dockerfile
// copies; ARCHITECTURE is `amd64` or `arm64`, as Docker names them. The packages hold the binaries of all platforms, so that one machine
// makes the images of all. tests/packaging/image.test.ts lays out an image in the same way and starts the bot from it.
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';

/** Native code, and what is loaded by `require`. Everything else is inside the files in `dist` that `bundle.js` writes. */
const UNBUNDLED = [
  '@photostructure/sqlite',
  'node-gyp-build',
  'onnxruntime-common',
  'onnxruntime-node',
  'snowball-stemmers',
];
/** As Node.js and the packages name the architecture. */
const ARCHITECTURES = { amd64: 'x64', arm64: 'arm64' };
const LICENCE_TEXTS = /^(?:package\.json|(?:licen[cs]e|copying|notice|third-?party).*)$/i;

/** Whether the bot needs this file of an unbundled package, on Linux with glibc. The packages also hold C sources and build scripts. */
function isNeeded(path, architecture) {
  const [top, ...inside] = path.split(sep);
  if (LICENCE_TEXTS.test(basename(path))) return true;
  if (top === 'bin') return path.includes(join('linux', architecture));
  if (top === 'prebuilds') return inside[0] === `linux-${architecture}` && !path.endsWith('.musl.node');
  return /\.[cm]?js$/.test(path) && !['node_modules', 'script', 'scripts', 'src'].includes(top);
}

/** The files below a folder, by their paths inside it. */
function listFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1));
}

async function copyFiles(from, to, isWanted) {
  for (const path of listFiles(from).filter((each) => isWanted(each))) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    await cp(join(from, path), join(to, path));
  }
}

/** The folders of all packages that the program needs, also those that are bundled. */
function listProductionPackages() {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  return Object.entries(packages).flatMap(([path, { dev = false }]) =>
    path !== '' && !dev && existsSync(path) ? [path] : [],
  );
}

/** Of a bundled package only its licence stays, and the file that tells scanners its name and version. */
async function copyPackages(to, architecture) {
  for (const folder of listProductionPackages()) {
    const isWhole = UNBUNDLED.includes(folder.replace(/^node_modules\//, ''));
    await copyFiles(folder, join(to, folder), (path) =>
      isWhole ? isNeeded(path, architecture) : LICENCE_TEXTS.test(path),
    );
  }
}

/** What `bundle.js` has written, without the single modules that only tests load. */
function isBundled(path) {
  return (
    path === 'main.js' ||
    path.endsWith('-worker.js') ||
    path.startsWith(`chunks${sep}`) ||
    path.startsWith(join('playground', 'page') + sep)
  );
}

async function assemble(folder, architecture) {
  mkdirSync(folder, { recursive: true });
  await copyFiles('models', join(folder, 'models'), () => true);
  await copyPackages(join(folder, 'packages'), architecture);
  const program = join(folder, 'program');
  await copyFiles('dist', join(program, 'dist'), isBundled);
  for (const file of ['package.json', 'LICENSE']) await cp(file, join(program, file));
  await cp('packaging/image/check-health.js', join(program, 'check-health.js'));
  await copyFiles('knowledge', join(folder, 'knowledge'), () => true);
  // Only the bot's user reads the database.
  mkdirSync(join(folder, 'state'));
  mkdirSync(join(folder, 'state', 'data'), { mode: 0o700 });
  forgetTimes(folder);
}

/** Equal files make equal layers, whenever they were built. */
function forgetTimes(folder) {
  for (const path of readdirSync(folder, { recursive: true })) utimesSync(join(folder, path), 0, 0);
}

const [folder, platform = ''] = process.argv.slice(2);
const architecture = ARCHITECTURES[platform];
if (folder === undefined || architecture === undefined) {
  process.stderr.write('Usage: node packaging/image/assemble.js FOLDER amd64|arm64\n');
  process.exit(2);
}
await assemble(folder, architecture);
