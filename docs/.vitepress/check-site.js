// Checks the built website in the folder that is given: links lead to pages and headings that exist, and no page loads anything from
// another host. VitePress checks neither headings nor the README's name. The exit status is 1 where something is wrong.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const [, , site = 'docs/.vitepress/dist'] = process.argv;
const files = readdirSync(site, { recursive: true, encoding: 'utf8' });
const problems = files.flatMap((file) => {
  const path = file.replaceAll('\\', '/');
  if (path.endsWith('.html')) return problemsOfPage(path);
  return path.endsWith('.css') ? problemsOfStyle(path) : [];
});
for (const problem of problems) console.error(problem);
console.log(`${files.filter((file) => file.endsWith('.html')).length} pages, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;

function problemsOfPage(page) {
  const elements = textOf(page).matchAll(
    /<(a|link|script|img|source|iframe)\b[^>]*?\s(?:href|src)="([^"]*)"/g,
  );
  return [...elements].flatMap(([, element, address]) => {
    const isElsewhere = /^(?:[a-z]+:)?\/\//i.test(address);
    if (isElsewhere) return element === 'a' ? [] : [`${page}: loads ${address}`];
    if (/^(?:data|mailto):/.test(address)) return [];
    return leadsSomewhere(page, decodeURI(address)) ? [] : [`${page}: ${address} leads nowhere`];
  });
}

function problemsOfStyle(file) {
  const loaded = textOf(file).matchAll(/(?:url\(|@import\s*)["']?((?:[a-z]+:)?\/\/[^)"']+)/gi);
  return [...loaded].map(([, address]) => `${file}: loads ${address}`);
}

function leadsSomewhere(page, address) {
  const [path, heading] = address.split('#');
  const target = path === '' ? page : posix.join(path.startsWith('/') ? '' : posix.dirname(page), path);
  const file = [target, posix.join(target, 'index.html')].find(
    (each) => /\.\w+$/.test(each) && existsSync(join(site, each)),
  );
  if (file === undefined) return false;
  return heading === undefined || heading === '' || textOf(file).includes(`id="${heading}"`);
}

function textOf(file) {
  return readFileSync(join(site, file), 'utf8');
}
