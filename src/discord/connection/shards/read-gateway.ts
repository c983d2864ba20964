import { DiscordAPIError, REST, Routes } from 'discord.js';
import { z } from 'zod';
import { createBadTokenError, type Ending } from '../../kit/failures.ts';
import { buildRestOptions, type RestSettings } from '../../kit/rest.ts';

/** What Discord says about the bot's connections. */
interface Gateway {
  readonly kind: 'gateway';
  /** The number of shards that Discord recommends, at least 1. */
  readonly recommended: number;
  /** How many shards may identify at the same time, at least 1. */
  readonly buckets: number;
}

/** @see https://docs.discord.com/developers/events/gateway#get-gateway-bot */
const gatewayShape = z.object({
  shards: z.number().int().positive(),
  session_start_limit: z.object({ max_concurrency: z.number().int().positive() }),
});

/** Asks Discord how many shards the bot should have. Resolves with the reason to end where Discord does not answer. */
export async function readGateway({
  token,
  ...settings
}: RestSettings & { readonly token: string }): Promise<Gateway | Ending> {
  const rest = new REST(buildRestOptions(settings)).setToken(token);
  try {
    const { shards, session_start_limit: limit } = gatewayShape.parse(await rest.get(Routes.gatewayBot()));
    return { kind: 'gateway', recommended: shards, buckets: limit.max_concurrency };
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 401)
      return { kind: 'refused', error: createBadTokenError(error) };
    return { kind: 'outage', error };
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}
