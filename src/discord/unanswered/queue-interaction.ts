import type {
  ButtonInteraction,
  ChatInputCommandInteraction,
  ModalSubmitInteraction,
  StringSelectMenuInteraction,
} from 'discord.js';
import type { ServerRequest } from '../../requests/kit/requester.ts';
import { requireGuildId } from '../kit/channels/channel-context.ts';
import type { RequestContext } from '../kit/context.ts';
import { readRequester } from '../kit/requester.ts';

/** The kinds of interaction that moderators use on the queue. */
export type QueueInteraction =
  | ChatInputCommandInteraction
  | ButtonInteraction
  | StringSelectMenuInteraction
  | ModalSubmitInteraction;

/**
 * Returns who acts, and in which server.
 *
 * @throws {UserFacingError} `not-a-moderator` outside servers
 */
export function readActor(interaction: QueueInteraction, context: RequestContext): ServerRequest {
  return { requester: readRequester(interaction, context), guildId: requireGuildId(interaction) };
}
