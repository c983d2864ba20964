import type { APIContainerComponent, APIEmbed } from 'discord.js';
import { expect } from 'vitest';
import { checkMessage } from '../local-discord/rules/all-rules.ts';
import { type ComponentView, readMessage } from '../local-discord/rules/body-views.ts';
import { listComponents } from '../local-discord/rules/component-tree.ts';
import { messageFlag } from '../local-discord/wire-values.ts';
import { type Reading, readDiscordMarkdown } from './discord-markdown.ts';

/** @see https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
const MAX_URL_CHARS = 2048;

/** Discord takes the card: every limit kept, counted on the safe side too, and nothing that is there is empty. */
export function expectDiscordTakes(card: APIEmbed): void {
  expect(checkMessage(readMessage({ embeds: [card], allowed_mentions: { parse: [] } }))).toEqual([]);
  expect(textsOf(card).join('').length).toBeLessThanOrEqual(6000);
  for (const text of textsOf(card)) expect(text.trim()).not.toBe('');
  if (card.url !== undefined) expect(card.url.length).toBeLessThanOrEqual(MAX_URL_CHARS);
}

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

/** What Discord makes of the texts of a card, without the moment at their end, which the model would read twice. */
export function readTexts(card: APIContainerComponent): Reading {
  return readAll(textsOfCard(card).map((text) => text.replace(/ <t:\d+:R>$/, '')));
}

/** What Discord makes of the parts in which it reads Markdown. */
export function readCard(card: APIEmbed): Reading {
  return readAll([
    card.title ?? '',
    card.description ?? '',
    ...(card.fields ?? []).map(({ value }) => value),
  ]);
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

function textsOf(card: APIEmbed): readonly string[] {
  const fields = (card.fields ?? []).flatMap(({ name, value }) => [name, value]);
  const texts = [card.title, card.description, card.footer?.text, card.author?.name, ...fields];
  return texts.filter((text) => text !== undefined);
}
