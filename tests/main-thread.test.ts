import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';

/** A static import or re-export of more than types. */
const LOADING = /^(?:import|export)\b(?!\s+type\b)[^'"`;]*['"]([^'"\s]+)['"];/gm;

/** The import of a module on demand. */
const LOADING_ON_DEMAND = /\bimport\(\s*['"]([^'"\s]+)['"]\s*\)/g;

/** What a module and all that it imports at once load: source files and packages. What is imported on demand is not followed. */
function loadedBy(...entries: readonly string[]): ReadonlySet<string> {
  const loaded = new Set(entries);
  for (const file of loaded) {
    if (!file.startsWith('src/')) continue;
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(LOADING))
      loaded.add(name.startsWith('.') ? posix.join(posix.dirname(file), name) : name);
  }
  return loaded;
}

const WORK = [
  'src/knowledge/folder/parse-article.ts',
  'src/knowledge/formats/markdown-file.ts',
  'src/search/fact-base.ts',
  'src/answering/answer-question.ts',
  'src/text/words/english-words.ts',
  'src/serving/asking/question-groups.ts',
  'src/serving/asking/suggest-questions.ts',
  'src/text/words/stems.ts',
  'mdast-util-from-markdown',
  'fuse.js',
];

test('the main thread of the bot loads nothing that reads articles, indexes or answers', () => {
  const loaded = loadedBy(
    'src/main.ts',
    'src/discord/connection/start-command.ts',
    'src/store/inspect-store.ts',
  );
  expect([...loaded]).toEqual(
    expect.arrayContaining(['src/serving/knowledge-service.ts', 'discord.js', 'kysely']),
  );
  expect(WORK.filter((each) => loaded.has(each))).toEqual([]);
});

test('the bot listens for signals before it loads what takes long', () => {
  const loaded = loadedBy('src/main.ts');
  expect([...loaded]).toContain('src/discord/connection/stop-signals.ts');
  expect(
    ['discord.js', 'kysely', 'src/serving/knowledge-service.ts'].filter((each) => loaded.has(each)),
  ).toEqual([]);
});

test('the commands of the terminal load neither discord.js nor the store', () => {
  const loaded = loadedBy('src/main.ts', 'src/terminal/ask/ask-command.ts');
  expect([...loaded]).toContain('src/serving/knowledge-service.ts');
  expect(['discord.js', 'kysely'].filter((each) => loaded.has(each))).toEqual([]);
});

test('the worker threads load all of this', () => {
  const onDemand = readFileSync('src/knowledge/formats/formats.ts', 'utf8').matchAll(LOADING_ON_DEMAND);
  const readers = Array.from(onDemand, ([, name = '']) => posix.join('src/knowledge/formats', name));
  const loaded = loadedBy('src/serving/answering-worker.ts', 'src/serving/file-worker.ts', ...readers);
  expect(WORK.filter((each) => !loaded.has(each))).toEqual([]);
});
