import type { Client } from 'discord.js';
import {
  type Digest,
  findDueWeek,
  isDueIn,
  readDigest,
  type Week,
} from '../../requests/digest/weekly-digest.ts';
import { readServerSettings } from '../../requests/kit/read-server-settings.ts';
import { nullOnStoreError } from '../../requests/kit/store-errors.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { textsFor } from '../../wording/languages.ts';
import { buildDigestCard } from '../cards/digest-card.ts';
import { isSeenByMembers } from '../kit/channels/channel-visibility.ts';
import { buildButtonRows } from '../kit/components/buttons.ts';
import { buildDigestButtons } from '../kit/components/shared-buttons.ts';
import type { BotContext } from '../kit/context.ts';
import type { ReplyContent } from '../kit/replies.ts';
import { handlesServer } from '../kit/shards.ts';
import { postInLogChannel } from './log-channels.ts';

/** How many servers get their digest in one run. The next run continues, so that a start after an outage floods nobody. */
const MAX_IN_A_RUN = 10;

/**
 * Posts the digest of the last week in the log channels where it is due: once for each server, whichever process comes first. Ends soon
 * after `signal` is aborted.
 */
export async function postDueDigests(
  client: Client,
  context: BotContext,
  signal: AbortSignal,
): Promise<void> {
  const { store, onStoreError, now, log } = context;
  const week = findDueWeek(now());
  if (week === null) return;
  const due = await nullOnStoreError(onStoreError, async () => {
    const claimed = new Set(await store.digests.listClaimed(week.name));
    const channels = await store.serverSettings.listLogChannels();
    return channels.filter(
      ({ guildId }) =>
        !claimed.has(guildId) &&
        handlesServer(client, guildId) &&
        client.guilds.cache.has(guildId) &&
        isDueIn(guildId, week, now()),
    );
  });
  for (const { guildId } of (due ?? []).slice(0, MAX_IN_A_RUN)) {
    if (signal.aborted) return;
    try {
      await postDigest(client, context, { guildId, week });
    } catch (err) {
      log.warn({ err, guildId }, 'digest not posted');
    }
  }
  log.debug({ week: week.name, servers: due?.length ?? 0 }, 'digests looked for');
}

/** Posts a server's digest unless somebody has, the server does not want it, or nobody asked anything. Pings nobody. */
async function postDigest(
  client: Client,
  context: BotContext,
  { guildId, week }: { readonly guildId: string; readonly week: Week },
): Promise<void> {
  const { store, onStoreError, log } = context;
  const isClaimed = await nullOnStoreError(onStoreError, () => store.digests.claim(guildId, week.name));
  const settings = await readServerSettings(context, guildId);
  const { logChannelId: channelId, postsDigest, language } = settings;
  if (isClaimed !== true || channelId === null || !postsDigest) return;
  const guild = client.guilds.resolve(guildId);
  const channel = guild?.channels.resolve(channelId) ?? null;
  // Where nobody can tell who reads it, everybody may.
  const request = { guildId, period: week, isSeenByMembers: channel === null || isSeenByMembers(channel) };
  const digest = await readDigest({ ...context, settings }, request);
  if (digest === null) return;
  const content = buildDigest(digest, textsFor(language, guild?.preferredLocale), context);
  await postInLogChannel({ client, log }, { channelId, cause: week.name }, content);
}

function buildDigest(
  digest: Digest,
  texts: Texts,
  { commandLinks }: Pick<BotContext, 'commandLinks'>,
): ReplyContent {
  const link = (text: string): string => commandLinks.link(text, texts);
  const rows = buildButtonRows(buildDigestButtons(digest.openCount, texts));
  return { components: [buildDigestCard(digest, { texts, link }), ...rows] };
}
