import type { APIButtonComponentWithCustomId } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildNearestRow } from '../../../src/discord/answers/nearest.ts';
import type { Match } from '../../../src/search/index/candidate.ts';
import { checkMessage } from '../../local-discord/rules/all-rules.ts';
import { readMessage } from '../../local-discord/rules/body-views.ts';
import { hostile, madeUpMatch } from '../made-up.ts';

/** Longer than the store makes them. */
const asked = { id: 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee' };

function buttonsFor(nearest: readonly Match[]): readonly Partial<APIButtonComponentWithCustomId>[] {
  return buildNearestRow({ reply: { nearest }, asked }).flatMap(({ components }) =>
    components.flatMap((each) => ('custom_id' in each && 'label' in each ? [each] : [])),
  );
}

describe('the buttons of what is near', () => {
  test('are named by the nearest heading, the title or the path', () => {
    const buttons = buttonsFor([
      madeUpMatch({ title: 'Mods' }, { id: 'a', headings: ['Rules', 'Forbidden mods'] }),
      madeUpMatch({ title: 'Opening hours' }, { id: 'b' }),
      madeUpMatch({ title: '\u202e' }, { id: 'c', path: 'c.md', headings: ['\u0000'] }),
    ]);
    expect(buttons.map(({ label }) => label)).toEqual(['Forbidden mods', 'Opening hours', 'c.md']);
    expect(buttons[0]?.custom_id).toBe(`f1:near:${asked.id} a`);
  });

  test('are none where nothing is near, or what was asked is not kept', () => {
    expect(buildNearestRow({ reply: { nearest: [] }, asked })).toEqual([]);
    expect(buildNearestRow({ reply: { nearest: [madeUpMatch({}, {})] }, asked: null })).toEqual([]);
  });

  test('are taken by Discord whatever articles and headings are called', () => {
    const match = fc
      .record({
        title: hostile(300),
        path: hostile(400),
        headings: fc.array(hostile(1000), { maxLength: 6 }),
      })
      .map(({ title, ...fact }) => madeUpMatch({ title }, fact));
    fc.assert(
      fc.property(fc.array(match, { minLength: 1, maxLength: 3 }), (matches) => {
        const nearest = matches.map((each, i) => ({
          ...each,
          fact: { ...each.fact, id: `fact-${i}-abcde` },
        }));
        const components = buildNearestRow({ reply: { nearest }, asked });
        const message = { content: 'x', components, allowed_mentions: { parse: [] } };
        expect(checkMessage(readMessage(message))).toEqual([]);
        expect(components).toHaveLength(1);
        for (const { label = '' } of buttonsFor(nearest)) expect(label).toMatch(/^.{1,40}$/su);
      }),
    );
  });
});
