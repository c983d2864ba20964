import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the pages lie that link to each other, outside `docs/` too. */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** A copy in the same order of folders: beside the documentation's own packages, and without anything that is no page. */
const COPY = fileURLToPath(new URL('pages/', import.meta.url));
const OTHER_PAGES = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'models/encoders.md',
  'training/README.md',
];
const HOME = 'README.md';
const LINK_TO_HOME = /\]\(((?:\.\.\/)?)README\.md(?=[)#])/g;

rmSync(COPY, { recursive: true, force: true });
cpSync(`${ROOT}docs/pictures`, `${COPY}docs/pictures`, { recursive: true });
const pages = readdirSync(`${ROOT}docs`).filter((name) => name.endsWith('.md'));
for (const path of [...OTHER_PAGES, ...pages.map((name) => `docs/${name}`)]) copyPage(path);

/** The README becomes the first page of the site. */
function copyPage(path) {
  const text = readFileSync(ROOT + path, 'utf8').replace(LINK_TO_HOME, ']($1index.md');
  const copy = COPY + (path === HOME ? 'index.md' : path);
  mkdirSync(dirname(copy), { recursive: true });
  writeFileSync(copy, text);
}
