import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ask } from '../../../src/serving/asking/ask.ts';
import { servedFrom } from '../serving-scene.ts';

const MINECRAFT = join(import.meta.dirname, '../../gallery/articles/minecraft.md');
const served = servedFrom({ 'minecraft.md': readFileSync(MINECRAFT, 'utf8') });

test('the first passage is the one that answers, and no fact stands in two', async () => {
  const { passage, found } = await ask(served, { question: 'Can I use Meteor Client?', limit: 25 });
  expect(found[0]?.passage).toBe(passage);
  expect(passage?.lines[0]?.text).toBe('The following mods are not allowed:');
  const before = new Set<string>();
  for (const { fact, passage: each } of found) {
    expect(each.factIds).toContain(fact.id);
    expect(before).not.toContain(fact.id);
    for (const id of each.factIds) before.add(id);
  }
});

test('where nothing is known, passages are found all the same', async () => {
  const { passage, found } = await ask(served, { question: 'Which mods did the queen of France use?' });
  expect(passage).toBeNull();
  expect(found.length).toBeGreaterThan(0);
});

test.each([
  ['Is Baritone allowed?', 'The following mods are not allowed:', 'Baritone'],
  ['How many homes does Gold have?', '', 'Rank: Gold · Price: 10 € · Homes: 6'],
  ['What is the address?', '', 'The address of the server is play.example.org.'],
])('a fact that answers %j has the lead %j and the text %j', async (question, lead, text) => {
  const { found } = await ask(served, { question, limit: 25 });
  expect(found.map(({ words }) => words)).toContainEqual({ lead, text });
});
