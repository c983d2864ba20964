import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIEmbed,
  type ChatInputCommandInteraction,
  MessageFlags,
} from 'discord.js';
import { replyFailure } from './failures.ts';

export interface ReplyContent {
  readonly embeds: readonly APIEmbed[];
  readonly components?: readonly APIActionRowComponent<APIButtonComponent>[];
}

/** The one shape in which every reply leaves: whatever a member or an article has written, nobody is pinged. */
export function reply({ embeds, components = [] }: ReplyContent) {
  return { embeds: [...embeds], components: [...components], allowedMentions: { parse: [] } };
}

/**
 * Acknowledges a command whose answer takes a while, for its caller alone. That the acknowledgement had arrived
 * already, only its confirmation was lost, is as good: the answer can be sent all the same.
 */
export async function deferPrivately(interaction: ChatInputCommandInteraction): Promise<void> {
  try {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  } catch (error) {
    if (replyFailure(error) !== 'already-answered') throw error;
    interaction.deferred = true;
  }
}
