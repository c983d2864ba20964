import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildMatchMenu, buildSelectMenu } from '../../../../src/discord/kit/components/menus.ts';
import { buildReply } from '../../../../src/discord/kit/replies.ts';
import { checkMessage } from '../../../local-discord/rules/all-rules.ts';
import { readMessage } from '../../../local-discord/rules/body-views.ts';
import { hostile, madeUpFound, madeUpMatch } from '../../made-up.ts';

const id = (argument: string) => ({ component: 'context', argument });

function breaches(components: Parameters<typeof buildReply>[0]['components'] = []) {
  const { allowedMentions: allowed_mentions, ...body } = buildReply({ content: 'x', components });
  return checkMessage(readMessage({ ...body, allowed_mentions }));
}

test('a menu takes at most as many options as Discord does', () => {
  const options = Array.from({ length: 30 }, (_, i) => ({ label: `no. ${i}`, value: String(i) }));
  expect(breaches([buildSelectMenu(id('abc'), { options, placeholder: 'Choose' })])).toEqual([]);
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
        const menu = buildMatchMenu(id('abc'), { found, placeholder: 'Choose' });
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
