import type { Client } from 'discord.js';
import type { Logger } from 'pino';
import { orTold } from '../requests/kept.ts';
import type { DoneRefresh } from '../requests/refreshes.ts';
import type { GuildSettings } from '../store/guild-settings.ts';
import type { BotContext } from './context.ts';
import { refreshCard } from './refresh-card.ts';
import { causeInWords } from './refresh-cause.ts';
import { type ReplyContent, reply } from './replies.ts';
import { servesGuild } from './shards.ts';
import { textsIn } from './texts-in.ts';

type LogChannel = Pick<GuildSettings, 'logChannelId'>;

interface Telling {
  readonly client: Client;
  readonly log: Logger;
}

/** Tells of a refresh, with who and why, in every server that has chosen a channel for it, in the server's language; pings nobody. */
export async function tellRefresh(
  { client, log, store, onNotKept }: Telling & Pick<BotContext, 'store' | 'onNotKept'>,
  { cause, report }: DoneRefresh,
): Promise<void> {
  const channels = (await orTold(onNotKept, () => store.guildSettings.logChannels())) ?? [];
  const by = cause.kind === 'files' ? { byId: null, guildId: null } : cause;
  for (const { guildId, channelId } of channels) {
    // Other processes tell of their own refreshes in the servers that they serve.
    if (!servesGuild(client, guildId)) continue;
    const texts = await textsIn(
      { store, onNotKept },
      guildId,
      client.guilds.resolve(guildId)?.preferredLocale,
    );
    const content = causeInWords({ ...by, cause: cause.kind }, guildId, texts);
    await tellIn({ client, log }, channelId, { content, embeds: [refreshCard(report, texts)] });
  }
}

/** Tells that settings have changed, in the log channel of the server and in the one that it had before. */
export async function tellChanged(
  telling: Telling,
  { before, now }: { readonly before: LogChannel; readonly now: LogChannel },
  content: string,
): Promise<void> {
  for (const channelId of new Set([before.logChannelId, now.logChannelId]))
    if (channelId !== null) await tellIn(telling, channelId, { content, embeds: [] });
}

/** Posts in a log channel. What comes in between is logged and no more: what is told of was done, and the next channel waits. */
async function tellIn({ client, log }: Telling, channelId: string, content: ReplyContent): Promise<void> {
  try {
    const channel = await client.channels.fetch(channelId);
    if (channel?.isSendable()) await channel.send(reply(content));
    else log.warn({ channelId }, 'not told: no channel to write in');
  } catch (err) {
    log.warn({ err, channelId }, 'not told');
  }
}
