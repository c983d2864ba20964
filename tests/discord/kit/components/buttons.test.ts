import { ButtonStyle, ComponentType } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildButton,
  buildButtonRows,
  buildMatchMenu,
} from '../../../../src/discord/kit/components/buttons.ts';
import { buildReply } from '../../../../src/discord/kit/replies.ts';
import { messageBreaches } from '../../../local-discord/rules/all-rules.ts';
import { readMessage } from '../../../local-discord/rules/body-views.ts';
import { hostile, madeUpFound, madeUpMatch } from '../../made-up.ts';

const id = (argument: string) => ({ component: 'context', argument });

function breaches(components: Parameters<typeof buildReply>[0]['components'] = []) {
  const { allowedMentions: allowed_mentions, ...body } = buildReply({ content: 'x', embeds: [], components });
  return messageBreaches(readMessage({ ...body, allowed_mentions }));
}

describe('buttons', () => {
  test('carry what they are for, and are grey without an emoji unless told otherwise', () => {
    expect(buildButton(id('abc'), { label: 'Context' })).toEqual({
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      label: 'Context',
      custom_id: 'f1:context:abc',
    });
    expect(
      buildButton(id('abc'), { label: 'Context', emoji: '📖', style: ButtonStyle.Primary }),
    ).toMatchObject({
      style: ButtonStyle.Primary,
      emoji: { name: '📖' },
    });
  });

  test.each([
    [0, []],
    [1, [1]],
    [5, [5]],
    [6, [5, 1]],
    [11, [5, 5, 1]],
  ])('%i of them stand in rows of %j', (count, widths) => {
    const buttons = Array.from({ length: count }, (_, i) =>
      buildButton(id(String(i)), { label: `no. ${i}` }),
    );
    const rows = buildButtonRows(buttons);
    expect(rows.map(({ components }) => components.length)).toEqual(widths);
    expect(rows.flatMap(({ components }) => components)).toEqual(buttons);
    expect(breaches(rows)).toEqual([]);
  });
});

describe('a menu of matches', () => {
  const match = fc
    .record({
      text: hostile(1000),
      path: hostile(400),
      headings: fc.array(hostile(1000), { maxLength: 6 }),
      title: hostile(300),
      lead: hostile(300),
    })
    .map(({ title, lead, ...fact }) => ({ ...madeUpFound(madeUpMatch({ title }, fact)), lead }));

  test('is taken by Discord however many there are and whatever they say', () => {
    fc.assert(
      fc.property(fc.array(match, { minLength: 1, maxLength: 40 }), (matches) => {
        const found = matches.map(({ lead, ...each }, i) => ({
          ...each,
          fact: { ...each.fact, id: `fact-${i}` },
          words: { lead, text: each.fact.text },
        }));
        const menu = buildMatchMenu(id('abc'), { found, shown: undefined, placeholder: 'Choose' });
        expect(breaches([menu])).toEqual([]);
        const options = menu.components.flatMap((each) => ('options' in each ? each.options : []));
        expect(options).toHaveLength(Math.min(25, found.length));
      }),
    );
  });

  test('tells an item with what introduces its list, and names its article and heading', () => {
    const found = madeUpFound(madeUpMatch({ title: 'Mods' }, { text: 'Baritone', headings: ['Forbidden'] }));
    const words = { lead: 'The following mods are not allowed:', text: 'Baritone' };
    const menu = buildMatchMenu(id('abc'), { found: [{ ...found, words }], placeholder: 'Choose' });
    expect(menu.components).toMatchObject([
      {
        options: [{ label: 'The following mods are not allowed: Baritone', description: 'Mods › Forbidden' }],
      },
    ]);
  });
});
