import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';

/** What a module and all that it imports at once load: compiled files and packages. What is imported on demand is not followed. */
function loadedBy(...entries: readonly string[]): ReadonlySet<string> {
  const loaded = new Set(entries);
  for (const file of loaded) {
    if (!file.startsWith('dist/')) continue;
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(
      /^(?:import|export)\b[^'"`;]*['"]([^'"]+)['"];/gm,
    ))
      loaded.add(name.startsWith('.') ? posix.join(posix.dirname(file), name) : name);
  }
  return loaded;
}

const WORK = [
  'dist/knowledge/parse-article.js',
  'dist/search/fact-base.js',
  'dist/answering/answer-question.js',
  'dist/learned/word-vectors.js',
  'dist/serving/question-groups.js',
  'dist/serving/suggest-questions.js',
  'mdast-util-from-markdown',
  'fuse.js',
];

test('the main thread of the bot loads nothing that reads articles, indexes or answers', () => {
  const loaded = loadedBy('dist/main.js', 'dist/discord/bot.js', 'dist/requests/open-store.js');
  expect([...loaded]).toEqual(
    expect.arrayContaining(['dist/serving/knowledge-service.js', 'discord.js', 'kysely']),
  );
  expect(WORK.filter((each) => loaded.has(each))).toEqual([]);
});

test('what does is named here as it is called', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(WORK.filter((each) => !existsSync(each) && !(each in dependencies))).toEqual([]);
});
