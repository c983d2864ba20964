import type { AnySelectMenuInteraction, ButtonInteraction, ChatInputCommandInteraction } from 'discord.js';
import {
  type ChangedSettings,
  changeSettings,
  type SettingsEdit,
} from '../../requests/settings/change-settings.ts';
import { requireGuildId } from '../kit/channels/channel-context.ts';
import type { RequestContext } from '../kit/context.ts';
import { readRequester } from '../kit/requester.ts';
import { announceSettingsChange, type SettingsChange } from '../notifications/log-channels.ts';
import { notifyNewlyAnswered } from '../notifications/notify-askers.ts';

type ChangingInteraction = ChatInputCommandInteraction | AnySelectMenuInteraction | ButtonInteraction;

/**
 * Changes settings as somebody chose with a command, a menu or a button, and logs it.
 *
 * @throws {UserFacingError} `not-a-manager`, `everyone`, `list-full`, `not-kept`
 */
export async function makeChange(
  interaction: ChangingInteraction,
  edit: SettingsEdit,
  context: RequestContext,
): Promise<ChangedSettings> {
  const guildId = requireGuildId(interaction);
  const requester = readRequester(interaction, context);
  const changed = await changeSettings(context, { requester, guildId, edit });
  context.log.info({ by: interaction.user.id, guildId, edit }, 'settings changed');
  return changed;
}

/** Tells others of a change once it is confirmed: the log channel, and the askers whose questions another strictness answers. */
export async function tellOfChange(
  interaction: ChangingInteraction,
  { changeNumbers, ...change }: SettingsChange & Pick<ChangedSettings, 'changeNumbers'>,
  context: RequestContext,
): Promise<void> {
  if (changeNumbers.length === 0) return;
  await announceSettingsChange(interaction, change, context);
  const { client, guildLocale } = interaction;
  const guildId = requireGuildId(interaction);
  if (change.before.strictness !== change.now.strictness)
    await notifyNewlyAnswered({ client, guildId, guildLocale }, context);
}
