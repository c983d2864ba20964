import { createRandomId } from '../../kit/ids.ts';
import { openKnowledge } from '../../requests/starting/open-knowledge.ts';
import { openStore } from '../../requests/starting/open-store.ts';
import { checkDiscordSettings, requireUsable } from '../../settings/settings.ts';
import { describeLocation } from '../../store/kit/store-url.ts';
import { runBot } from './bot.ts';

interface StartHost {
  /** The variables of this process. The command removes those that discord.js would read itself. */
  readonly env: Record<string, string | undefined>;
  /** The folder of the learned data. */
  readonly models: string;
  /** The version of Footnote. */
  readonly version: string;
  /** Standard error. */
  readonly progress: { readonly write: (text: string) => unknown };
  /** Resolves when the operator stops the bot. The caller listens before it loads this file: that takes a second. */
  readonly stopSignal: Promise<NodeJS.Signals>;
}

/**
 * Runs the bot until it is stopped, then ends the process with the bot's exit status.
 *
 * @throws {UserFacingError} `unusable-settings`, `unusable-store`, `no-readable-article`; those of {@link runBot}
 */
export async function runStartCommand({
  env,
  models,
  version,
  progress,
  stopSignal,
}: StartHost): Promise<never> {
  const {
    knowledgeDir: folder,
    databaseUrl: url,
    encoders,
    indexes,
    ...settings
  } = await requireUsable(checkDiscordSettings(env), env);
  // discord.js reads these variables itself, and takes an empty one for 0.
  for (const name of ['SHARDS', 'SHARD_COUNT']) delete env[name];
  const opened = await Promise.race([openStore({ url, now, newId: createRandomId }), stopSignal]);
  if (typeof opened === 'string') return process.exit(0);
  const status = await runBot(
    { ...settings, version, storeLocation: describeLocation(url) },
    {
      ...opened,
      openKnowledge: (options) =>
        openKnowledge({ folder, models, encoders, indexes, now, newId: createRandomId, ...options }),
      tell: (sentence) => progress.write(`${sentence}\n`),
      stopSignal,
    },
  );
  // A connection that does not close must not keep the process alive by its sockets and timers.
  return process.exit(status);
}

const now = (): Date => new Date();
