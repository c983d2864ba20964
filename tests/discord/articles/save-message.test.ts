import { ComponentType } from 'discord.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillIn } from '../../../src/discord/articles/save-message.ts';
import { buildNoteModal } from '../../../src/discord/kit/components/note-modal.ts';
import { english } from '../../../src/wording/kit/english.ts';

/** What stands in each field of the form. */
function valuesOf(words: string): Readonly<Record<string, string | undefined>> {
  const inputs = fillIn(buildNoteModal(english), words).components.flatMap((label) =>
    label.type === ComponentType.Label && label.component.type === ComponentType.TextInput
      ? [label.component]
      : [],
  );
  return Object.fromEntries(inputs.map(({ custom_id: field, value }) => [field, value]));
}

test.each([
  ['# How to join\n\nUse the link.', 'How to join'],
  ['**How to join**\nUse the link.', 'How to join'],
  ['> - Use the link.', 'Use the link.'],
  ['---', undefined],
])('the title of %j is %j', (words, title) => {
  expect(valuesOf(words)).toMatchObject({ ...(title === undefined ? {} : { title }), text: words });
  expect(valuesOf(words)['title']).toBe(title);
});

test('what is filled in fits its field, however long', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 6000 }), (words) => {
      const { title = '', text = '' } = valuesOf(words);
      expect(title.length).toBeLessThanOrEqual(300);
      expect(text.length).toBeLessThanOrEqual(4000);
    }),
  );
});
