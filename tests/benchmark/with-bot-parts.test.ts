import { access } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withBotParts } from '../../src/benchmark/with-bot-parts.ts';
import { tinyBot } from './bot-parts-options.ts';

describe('the parts of a bot', () => {
  test('answer from the shared articles, and keep what they are told in a file', async () => {
    const options = tinyBot();
    await withBotParts(options, async ({ folder, knowledge, store }) => {
      const facts = options.shared.flatMap((article) => article.facts);
      expect(knowledge.current.factCount).toBe(facts.length);
      for (const { text } of facts) {
        const { matches } = await knowledge.run('server', 'ask', { question: text });
        expect(matches.map(({ fact }) => fact.text)).toContain(text);
      }
      expect(await store.snapshots.list()).toHaveLength(1);
      await access(`${dirname(folder)}/footnote.db`);
    });
  });

  test('leave nothing behind, whatever the work came to', async () => {
    const places: string[] = [];
    const failing = withBotParts(tinyBot(), async ({ folder }) => {
      places.push(dirname(folder));
      throw new Error('work failed');
    });
    await expect(failing).rejects.toThrow('work failed');
    await expect(access(places[0] ?? '.')).rejects.toThrow('ENOENT');
  });
});
