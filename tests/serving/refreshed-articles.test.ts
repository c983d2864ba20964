import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ServingBase } from '../../src/serving/serving-base.ts';
import { temporaryFolder } from '../knowledge/temporary-folder.ts';
import { sameThreads } from './same-threads.ts';

const threads = sameThreads(() => new Date(0));

async function open(folder: string, before: ServingBase | null) {
  const opened = await ServingBase.open({
    threads,
    source: { folder },
    before,
    refreshedAt: new Date(0),
    folderState: '',
    indexes: null,
  });
  if (opened.kind === 'nothing-readable') throw new Error('nothing is readable');
  return opened;
}

/** Texts that differ in what is read of them: plain ones, some with warnings, with limits, with other line ends and marks, and no articles. */
const TEXTS = [
  'A\n\nThe tower is old. It is red.\n',
  'A\r\n\r\nThe tower is old. It is red.\r\n',
  '\uFEFFA\n\nThe tower is old. It is red.\n',
  '\uFEFF\uFEFFA\n\nThe tower is old. It is red.\n',
  '---\nurl: nonsense\nchannels: [mods]\n---\n\n# B\n\nThe bridge is new.\n',
  '---\ntitle: C\nroles: []\nlanguage: xx\n---\n\nThe mill is open.\n',
  '---\ndraft: true\n---\n\n# D\n\nThe gate is shut.\n',
  '---\n: [broken\n---\n\n# E\n',
  '',
  'F\n\nThe café is “open”, 🎉 and hosts 20 people…\n\n- one\n- two\n',
];
const PATHS = ['a.md', 'b.md', 'c.txt', 'd.md'];

const states = fc.array(
  fc.array(fc.option(fc.constantFrom(...TEXTS)), { minLength: PATHS.length, maxLength: PATHS.length }),
  { minLength: 2, maxLength: 4 },
);

test('a refresh, which parses changed files alone, gives the same bytes and problems as reading all of them', async () => {
  await fc.assert(
    fc.asyncProperty(states, async (all) => {
      const folder = await temporaryFolder({ 'always.md': '# Always\n\nThe lake is deep.\n' });
      let before: ServingBase | null = null;
      for (const texts of all) {
        for (const [index, text] of texts.entries()) {
          const path = join(folder, PATHS[index] ?? '');
          await (text === null ? rm(path, { force: true }) : writeFile(path, text));
        }
        const fresh = await open(folder, null);
        const { base, report } = await open(folder, before);
        // A broken file keeps the version that served before, which a first reading does not know.
        const isSame = Buffer.from(base.memory).equals(Buffer.from(fresh.base.memory));
        expect(isSame || report.kept.length > 0).toBe(true);
        expect(report.problems).toEqual(fresh.report.problems);
        before = base;
      }
    }),
    { numRuns: 60 },
  );
});

/** An article for one role. */
function limited(role: string): string {
  return `---\nroles: [${role}]\n---\n\n# ${role}\n\nThe ${role} is old.\n`;
}

test('an article that was closed for everybody, because there were too many limits, is read again', async () => {
  const names = Array.from({ length: 51 }, (_, number) => `r${String(number).padStart(2, '0')}`);
  const folder = await temporaryFolder(
    Object.fromEntries(names.map((name) => [`${name}.md`, limited(name)])),
  );
  const first = await open(folder, null);
  expect(first.report.problems).toMatchObject([{ path: 'r50.md', cause: { code: 'too-many-limits' } }]);
  await rm(join(folder, 'r00.md'));
  const second = await open(folder, first.base);
  expect(second.report.problems).toEqual([]);
  expect(second.base.info.limits).toContainEqual({ channels: null, roles: ['r50'] });
});
