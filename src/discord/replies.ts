import type { APIActionRowComponent, APIButtonComponent, APIEmbed } from 'discord.js';

export interface ReplyContent {
  readonly embeds: readonly APIEmbed[];
  readonly components?: readonly APIActionRowComponent<APIButtonComponent>[];
}

/** The one shape in which every reply leaves: whatever a member or an article has written, nobody is pinged. */
export function reply({ embeds, components = [] }: ReplyContent) {
  return { embeds: [...embeds], components: [...components], allowedMentions: { parse: [] } };
}
