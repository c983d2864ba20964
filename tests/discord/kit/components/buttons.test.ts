import { ButtonStyle, ComponentType } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { buildButton, buildButtonRows } from '../../../../src/discord/kit/components/buttons.ts';
import { buildReply } from '../../../../src/discord/kit/replies.ts';
import { checkMessage } from '../../../local-discord/rules/all-rules.ts';
import { readMessage } from '../../../local-discord/rules/body-views.ts';

const id = (argument: string) => ({ component: 'context', argument });

function breaches(components: Parameters<typeof buildReply>[0]['components'] = []) {
  const { allowedMentions: allowed_mentions, ...body } = buildReply({ content: 'x', components });
  return checkMessage(readMessage({ ...body, allowed_mentions }));
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
