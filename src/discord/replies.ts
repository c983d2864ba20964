import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  type CommandInteraction,
  MessageFlags,
} from 'discord.js';
import { replyFailure } from './failures.ts';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

export interface ReplyContent {
  /** Text above the cards; whoever it names is pinged only if `pings` names them too. */
  readonly content?: string;
  readonly embeds: readonly APIEmbed[];
  readonly components?: readonly Row[];
  readonly pings?: { readonly users?: readonly string[]; readonly roles?: readonly string[] };
}

/** The one shape in which every reply leaves: whatever a member or an article has written, nobody else is pinged. */
export function reply({ content, embeds, components = [], pings = {} }: ReplyContent) {
  const { users = [], roles = [] } = pings;
  return {
    ...(content === undefined ? {} : { content }),
    embeds: [...embeds],
    components: [...components],
    allowedMentions: { parse: [], users: [...users], roles: [...roles], repliedUser: false },
  };
}

/** The same for one person's eyes. */
export function privateReply(content: ReplyContent) {
  return { ...reply(content), flags: MessageFlags.Ephemeral } as const;
}

/**
 * Acknowledges a command whose answer takes a while, for its caller alone. That the acknowledgement had arrived
 * already, only its confirmation was lost, is as good: the answer can be sent all the same.
 */
export async function deferPrivately(interaction: CommandInteraction): Promise<void> {
  try {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  } catch (error) {
    if (replyFailure(error) !== 'already-answered') throw error;
    interaction.deferred = true;
  }
}
