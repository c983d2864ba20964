import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';

/** A static import or re-export of more than types. */
const LOADING = /^(?:import|export)\b(?!\s+type\b)[^'"`;]*['"]([^'"\s]+)['"];/gm;

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
    'src/discord/connection/bot.ts',
    'src/requests/starting/open-store.ts',
    'src/store/inspect-store.ts',
  );
  expect([...loaded]).toEqual(
    expect.arrayContaining(['src/serving/knowledge-service.ts', 'discord.js', 'kysely']),
  );
  expect(WORK.filter((each) => loaded.has(each))).toEqual([]);
});

test('the worker threads load all of this', () => {
  const loaded = loadedBy('src/serving/answering-worker.ts', 'src/serving/reader-worker.ts');
  expect(WORK.filter((each) => !loaded.has(each))).toEqual([]);
});
