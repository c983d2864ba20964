import type { APIContainerComponent } from 'discord.js';
import { expect } from 'vitest';
import { checkMessage } from '../local-discord/rules/all-rules.ts';
import { type ComponentView, readMessage } from '../local-discord/rules/body-views.ts';
import { listComponents } from '../local-discord/rules/component-tree.ts';
import { messageFlag } from '../local-discord/wire-values.ts';
import { type Reading, readDiscordMarkdown } from './discord-markdown.ts';

/** Discord takes the card of Components V2 as a message of its own. */
export function expectDiscordTakesCard(card: APIContainerComponent): void {
  const message = { flags: messageFlag.componentsV2, components: [card], allowed_mentions: { parse: [] } };
  expect(checkMessage(readMessage(message))).toEqual([]);
  expect(textsOfCard(card).join('').length).toBeLessThanOrEqual(4000);
}

/** The texts of a card, from top to bottom. */
export function textsOfCard(card: APIContainerComponent): readonly string[] {
  const { components } = readMessage({ components: [card] });
  return listComponents(components).flatMap(
    ({ component }: { readonly component: ComponentView }) => component.content ?? [],
  );
}

/** The formatting of a card, without what is ours: these kinds, and the mention of this member. */
export function foreignFormatting(
  card: APIContainerComponent,
  own: readonly string[],
  memberId: string,
): readonly string[] {
  const texts = textsOfCard(card).map((text) =>
    text.replaceAll(`<@${memberId}>`, '').replace(/<t:\d+:R>/g, ''),
  );
  return readAll(texts).formatting.filter((kind) => !own.includes(kind));
}

/** What Discord makes of the texts of a card, without the moment at their end, which the model would read twice. */
export function readTexts(card: APIContainerComponent): Reading {
  return readAll(textsOfCard(card).map((text) => text.replace(/ <t:\d+:R>$/, '')));
}

function readAll(parts: readonly string[]): Reading {
  const read = parts.map(readDiscordMarkdown);
  return {
    shown: read.map(({ shown }) => shown).join('\n'),
    links: read.flatMap(({ links }) => links),
    masked: read.flatMap(({ masked }) => masked),
    code: read.flatMap(({ code }) => code),
    formatting: read.flatMap(({ formatting }) => formatting),
  };
}
