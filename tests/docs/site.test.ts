import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';

const folders: string[] = [];

/** Runs the check of the built website on one of these files. */
function checkSite(files: Readonly<Record<string, string>>) {
  const site = mkdtempSync(join(tmpdir(), 'footnote-site-'));
  folders.push(site);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), text);
  }
  const { status, stderr } = spawnSync(process.execPath, ['docs/.vitepress/check-site.js', site], {
    encoding: 'utf8',
  });
  return { status, problems: stderr.split('\n').filter((line) => line !== '') };
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('the check of the built website', () => {
  test.each([
    ['a page that is not there', '<a href="./gone.html">gone</a>', './gone.html leads nowhere'],
    ['a heading that is not there', '<a href="/docs/index.html#gone">gone</a>', '#gone leads nowhere'],
    ['a picture that is not there', '<img alt="" src="/gone.png">', '/gone.png leads nowhere'],
    ['a script of another host', '<script src="https://example.org/a.js"></script>', 'loads https://'],
    ['a font of another host', '<link rel="stylesheet" href="//example.org/font.css">', 'loads //'],
  ])('finds %s', (_, html, problem) => {
    const { status, problems } = checkSite({
      'index.html': html,
      'docs/index.html': '<h1 id="top">Top</h1>',
    });
    expect(status).toBe(1);
    expect(problems).toEqual([expect.stringContaining(problem)]);
  });

  test('finds a style that loads a font of another host', () => {
    const { status, problems } = checkSite({
      'a.css': '@font-face { src: url("https://example.org/a.woff2") }',
    });
    expect(status).toBe(1);
    expect(problems).toEqual(['a.css: loads https://example.org/a.woff2']);
  });

  test('passes over links that lead somewhere, and links to other hosts', () => {
    const html =
      '<a href="/docs/#top">top</a> <a href="docs/index.html">docs</a> <a href="https://example.org">x</a>';
    const site = {
      'index.html': html,
      'docs/index.html': '<h1 id="top">Top</h1>',
      'a.css': 'a { src: url(/b.woff2) }',
    };
    expect(checkSite(site)).toEqual({ status: 0, problems: [] });
  });
});

test('the lock file of the website names no address to download from', () => {
  const lock = readFileSync('docs/package-lock.json', 'utf8');
  expect(lock).toContain('"node_modules/vitepress"');
  expect(lock).not.toContain('"resolved"');
});
