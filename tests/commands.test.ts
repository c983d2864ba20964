import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { HELP } from '../src/commands.ts';

const scripts: Readonly<Record<string, string>> = JSON.parse(readFileSync('package.json', 'utf8')).scripts;
const overview = readFileSync('docs/terminal.md', 'utf8');

/** The scripts that run a command of the program. */
const started = Object.entries(scripts).flatMap(([script, line]) => {
  const [, name] = /\bdist\/main\.js ([\w-]+)/.exec(line) ?? [];
  return name === undefined ? [] : [[script, name] as const];
});

test('each command of the program has an npm script of its name', () => {
  expect(started.map(([script]) => script)).toEqual(started.map(([, name]) => name));
  const inHelp = [...HELP.matchAll(/^ {2}npm (?:run )?(?:--silent )?([\w-]+)/gm)].map(([, name]) => name);
  expect(new Set(started.map(([script]) => script))).toEqual(new Set(inHelp));
});

test.each(started)('the page on the terminal lists %s', (script) => {
  expect(overview).toMatch(new RegExp(`\`npm (?:run )?${script}\\b`));
});
