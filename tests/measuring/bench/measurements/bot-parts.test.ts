import { access } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runWithBotParts } from '../../../../src/measuring/bench/measurements/bot-parts.ts';
import { tinyBot } from '../bot-parts-options.ts';

describe('the parts of a bot', () => {
  test('answer from the shared articles, and store data in a file', async () => {
    const options = tinyBot();
    await runWithBotParts(options, async ({ folder, knowledge, store }) => {
      const facts = options.shared.flatMap((article) => article.facts);
      expect(knowledge.current.factCount).toBe(facts.length);
      const read: string[] = [];
      for await (const texts of knowledge.readTexts()) read.push(...texts.map(({ text }) => text));
      const all = read.join('\n');
      expect(facts.filter(({ text }) => !all.includes(text))).toEqual([]);
      const { sources } = await knowledge.run('server', 'listSources', { from: 0, count: 100 });
      expect(sources).toHaveLength(options.shared.length);
      expect(await store.snapshots.list()).toHaveLength(1);
      await access(`${dirname(folder)}/footnote.db`);
    });
  });

  test('leave nothing behind, even where the work fails', async () => {
    const folders: string[] = [];
    const failing = runWithBotParts(tinyBot(), async ({ folder }) => {
      folders.push(dirname(folder));
      throw new Error('work failed');
    });
    await expect(failing).rejects.toThrow('work failed');
    await expect(access(folders[0] ?? '.')).rejects.toThrow('ENOENT');
  });
});
