import type { BaseInteraction, Client } from 'discord.js';
import type { Logger } from 'pino';
import { readServerSettings } from '../../requests/kit/read-server-settings.ts';
import { nullOnStoreError } from '../../requests/kit/store-errors.ts';
import { maintainsFolder } from '../../requests/refreshing/refresh.ts';
import type { RefreshResult } from '../../requests/refreshing/refreshes.ts';
import type { ServerSettings } from '../../server-settings/settings-table.ts';
import { textsFor } from '../../wording/languages.ts';
import { buildRefreshCard, describeCause } from '../cards/refresh-card.ts';
import { describeDifferences, MENTIONS } from '../cards/setting-change.ts';
import { canShowCards } from '../kit/channels/channel-context.ts';
import type { BotContext } from '../kit/context.ts';
import { toPlainText } from '../kit/markdown/plain-text.ts';
import { addNonce } from '../kit/posting.ts';
import { buildReply, type ReplyContent } from '../kit/replies.ts';
import { countServers, handlesServer } from '../kit/shards.ts';

/** The collaborators of whatever posts in log channels. */
export interface LogPostDeps {
  readonly client: Client;
  readonly log: Logger;
}

/**
 * Posts a refresh, with its cause and who did it, in every server that has a log channel. Uses the server's language and pings nobody.
 * Only the servers that look after the shared articles see which files have problems.
 */
export async function announceRefresh(
  {
    client,
    log,
    store,
    onStoreError,
    now,
    maintainerGuildIds,
  }: LogPostDeps & Pick<BotContext, 'store' | 'onStoreError' | 'now' | 'maintainerGuildIds'>,
  { cause, report }: RefreshResult,
): Promise<void> {
  const channels = (await nullOnStoreError(onStoreError, () => store.serverSettings.listLogChannels())) ?? [];
  const moment = String(now());
  const by = cause.kind === 'files' ? { byId: null, guildId: null } : cause;
  for (const { guildId, channelId } of channels) {
    // Other processes announce their own refreshes in the servers that they handle.
    if (!handlesServer(client, guildId)) continue;
    const { language } = await readServerSettings({ store, onStoreError }, guildId);
    const texts = textsFor(language, client.guilds.resolve(guildId)?.preferredLocale);
    const content = describeCause({ ...by, cause: cause.kind }, guildId, texts);
    const folder = { maintainerGuildIds, serverCount: countServers(client, guildId) };
    const card = buildRefreshCard(report, texts, { namesProblems: maintainsFolder({ guildId, folder }) });
    await postInLogChannel({ client, log }, { channelId, cause: moment }, { content, embeds: [card] });
  }
}

/** Posts in a server's log channel that its own articles are set aside, and what to do; pings nobody. */
export async function announceSetAside(
  { client, log, store, onStoreError, now }: LogPostDeps & Pick<BotContext, 'store' | 'onStoreError' | 'now'>,
  guildId: string,
): Promise<void> {
  const settings = await nullOnStoreError(onStoreError, () => store.serverSettings.read(guildId));
  if (!settings?.logChannelId) return;
  const locale = client.guilds.resolve(guildId)?.preferredLocale;
  const texts = textsFor(settings.language, locale);
  const content = { content: texts.knowledge.setAside, embeds: [] };
  const target = { channelId: settings.logChannelId, cause: String(now()) };
  await postInLogChannel({ client, log }, target, content);
}

/** A change of a server's settings. */
interface SettingsChange {
  readonly before: ServerSettings;
  readonly now: ServerSettings;
  /** Whether somebody undid an earlier change. */
  readonly isUndo?: boolean;
}

/** Posts who changed which settings, from what to what, in the server's log channel, and in the one that it had before the change. */
export async function announceSettingsChange(
  { client, guildLocale, user, id: cause }: BaseInteraction,
  { before, now, isUndo = false }: SettingsChange,
  { log }: Pick<BotContext, 'log'>,
): Promise<void> {
  const texts = textsFor(now.language, guildLocale);
  const what = describeDifferences(before, now, { texts, style: MENTIONS }).join(', ');
  if (what === '') return;
  const words = isUndo ? texts.knowledge.undone({ what }) : what;
  const content = texts.settings.changed({ by: `<@${user.id}>`, words });
  for (const channelId of new Set([before.logChannelId, now.logChannelId]))
    if (channelId !== null)
      await postInLogChannel({ client, log }, { channelId, cause }, { content, embeds: [] });
}

/** Posts in a log channel. Only logs a failure: the announced change is already done, and the next channel waits. */
export async function postInLogChannel(
  { client, log }: LogPostDeps,
  { channelId, cause }: { readonly channelId: string; readonly cause: string },
  content: ReplyContent,
): Promise<void> {
  try {
    const channel = await client.channels.fetch(channelId);
    if (channel?.isSendable()) {
      // Cards of Components V2 are no embeds: they need no permission, and there is no text to fall back to.
      const isShown = content.embeds.length === 0 || canShowCards(channel);
      const body = buildReply(isShown ? content : toPlainText(content));
      await channel.send(addNonce(body, 'log', channelId, cause));
    } else log.warn({ channelId }, 'not told: no channel to write in');
  } catch (err) {
    log.warn({ err, channelId }, 'not told');
  }
}
