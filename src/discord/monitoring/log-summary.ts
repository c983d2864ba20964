import type { Client } from 'discord.js';
import { buildInviteLink } from '../../settings/invite-link.ts';
import type { ShownLocation } from '../../store/kit/describe-location.ts';
import type { BotContext } from '../kit/context.ts';
import { readShards } from './read-shards.ts';

/** What only the start knows. */
export interface SummarySettings {
  /** The version of Footnote. */
  readonly version: string;
  readonly storeLocation: ShownLocation;
}

interface SummaryDeps extends Pick<BotContext, 'log' | 'knowledge'> {
  /** Where the metrics are served, or null for nowhere. */
  readonly metricsAddress: string | null;
}

/** Logs in one line what runs where, and the link that adds the bot to a server. The client is connected. */
export function logSummary(
  client: Client<true>,
  { version, storeLocation }: SummarySettings,
  { log, knowledge, metricsAddress }: SummaryDeps,
): void {
  const { articleCount, factCount, problems } = knowledge.current;
  const shards = readShards([client]);
  log.info(
    {
      version,
      node: process.versions.node,
      store: storeLocation,
      articles: articleCount,
      facts: factCount,
      problems: problems.length,
      servers: client.guilds.cache.size,
      shards: shards.map(({ shard }) => shard),
      shardCount: client.options.shardCount ?? 1,
      metrics: metricsAddress,
      invite: buildInviteLink(client.application.id),
    },
    'serving',
  );
}
