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
import type { BotContext } from '../kit/context.ts';
import { addNonce } from '../kit/posting.ts';
import { buildReply, type ReplyContent } from '../kit/replies.ts';
import { handlesServer } from '../kit/shards.ts';

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
    shards,
  }: LogPostDeps & Pick<BotContext, 'store' | 'onStoreError' | 'now' | 'maintainerGuildIds' | 'shards'>,
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
    const above = describeCause({ ...by, cause: cause.kind }, guildId, texts);
    const folder = { maintainerGuildIds, serverCount: shards.countServers(guildId) };
    const namesProblems = maintainsFolder({ guildId, folder });
    // Whoever reads the log may not read all articles.
    const card = buildRefreshCard(report, texts, { namesProblems, namesLimited: false, above });
    await postInLogChannel({ client, log }, { channelId, cause: moment }, { components: [card] });
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
  const content = { content: texts.knowledge.setAside };
  const target = { channelId: settings.logChannelId, cause: String(now()) };
  await postInLogChannel({ client, log }, target, content);
}

/** A change of a server's settings. */
export interface SettingsChange {
  readonly before: ServerSettings;
  readonly now: ServerSettings;
  /** Whether somebody undid an earlier change, or did one again that was undone. */
  readonly kind?: 'undo' | 'redo';
}

/** Posts who changed which settings, from what to what, in the server's log channel, and in the one that it had before the change. */
export async function announceSettingsChange(
  { client, guildLocale, user, id: cause }: BaseInteraction,
  { before, now, kind }: SettingsChange,
  { log }: Pick<BotContext, 'log'>,
): Promise<void> {
  const texts = textsFor(now.language, guildLocale);
  const what = joinChanges(describeDifferences(before, now, { texts, style: MENTIONS }));
  if (what === '') return;
  const { undone, redone } = texts.knowledge;
  const words = kind === undefined ? what : (kind === 'undo' ? undone : redone)({ what });
  const content = texts.settings.changed({ by: `<@${user.id}>`, words });
  for (const channelId of new Set([before.logChannelId, now.logChannelId]))
    if (channelId !== null) await postInLogChannel({ client, log }, { channelId, cause }, { content });
}

/** Returns one change as it is, and several as a list below what precedes them. */
function joinChanges(changes: readonly string[]): string {
  return changes.length < 2 ? changes.join('') : changes.map((change) => `\n- ${change}`).join('');
}

/** Posts in a log channel. Only logs a failure: the announced change is already done, and the next channel waits. */
export async function postInLogChannel(
  { client, log }: LogPostDeps,
  { channelId, cause }: { readonly channelId: string; readonly cause: string },
  content: ReplyContent,
): Promise<void> {
  try {
    const channel = await client.channels.fetch(channelId);
    if (channel?.isSendable()) await channel.send(addNonce(buildReply(content), 'log', channelId, cause));
    else log.warn({ channelId }, 'not told: no channel to write in');
  } catch (err) {
    log.warn({ err, channelId }, 'not told');
  }
}
