import { DiscordAPIError, GatewayCloseCodes, RESTJSONErrorCodes } from 'discord.js';
import { readErrorCode } from '../../kit/system.ts';
import { type UserFacingCode, UserFacingError } from '../../requests/kit/user-facing-error.ts';
import { BOT_PAGE } from '../../settings/secrets.ts';

/** Why the bot ends. */
export type Ending =
  /** The operator stopped it. */
  | { readonly kind: 'signal'; readonly signal: NodeJS.Signals }
  /** Only other settings help. */
  | { readonly kind: 'refused'; readonly error: UserFacingError }
  /** A restart may help. */
  | { readonly kind: 'outage'; readonly error: unknown };

/** The codes of Node.js and undici for a server that cannot be reached. */
const UNREACHABLE: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Explains in a sentence that Discord's address cannot be reached, or returns null for any other outage. */
export function explainUnreachable(error: unknown, apiUrl: string): string | null {
  const code = readErrorCode(error);
  if (!UNREACHABLE.has(code)) return null;
  return `${new URL(apiUrl).host} cannot be reached (${code}). Check this machine’s network, proxy and firewall; then start the bot again.`;
}

/** Creates the error for a token that Discord does not know; only another token helps. */
export function createBadTokenError(cause?: unknown): UserFacingError {
  const words = `Discord refused the token. Copy it anew from ${BOT_PAGE} into DISCORD_TOKEN, or into the file that DISCORD_TOKEN_FILE names.`;
  return new UserFacingError('bad-token', words, { cause });
}

const TOKEN_REFUSED: number = GatewayCloseCodes.AuthenticationFailed;

/**
 * Returns why the gateway closed a connection permanently, by its close code: a setting to change, or an outage.
 *
 * @see https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
 */
export function explainClose(code: number): Ending {
  if (code === TOKEN_REFUSED) return { kind: 'refused', error: createBadTokenError() };
  const refusal = REFUSALS.get(code);
  if (refusal !== undefined) {
    const words = `${refusal.words} (Discord’s code: ${code}.)`;
    return { kind: 'refused', error: new UserFacingError(refusal.name, words) };
  }
  return { kind: 'outage', error: new Error(`Discord closed the connection for good with code ${code}`) };
}

interface Refusal {
  readonly name: UserFacingCode;
  readonly words: string;
}

const INTENTS: Refusal = {
  name: 'intents-refused',
  words: `Discord refused the gateway intents. Footnote asks for no privileged one: look on ${BOT_PAGE} whether the application is limited or disabled, and update Footnote.`,
};

/** The close codes, besides that of a refused token, after which a restart with the same settings does not help. */
const REFUSALS: ReadonlyMap<number, Refusal> = new Map<number, Refusal>([
  [
    GatewayCloseCodes.InvalidShard,
    {
      name: 'shards-refused',
      words:
        'Discord refused the shard. Set SHARD_COUNT to the number of shards of all processes together, and SHARDS to numbers below it, or leave both out.',
    },
  ],
  [
    GatewayCloseCodes.ShardingRequired,
    {
      name: 'shards-refused',
      words:
        'The bot is in too many servers for so few connections. Stop all its processes and start them again: they follow what Discord recommends. Where SHARD_COUNT is set, set it to one for each 1,000 servers, in all processes the same.',
    },
  ],
  [
    GatewayCloseCodes.InvalidAPIVersion,
    {
      name: 'version-refused',
      words:
        'Discord no longer takes this version of its gateway. Update Footnote; where DISCORD_API_URL is set, see that it leads to Discord’s current interface.',
    },
  ],
  [GatewayCloseCodes.InvalidIntents, INTENTS],
  [GatewayCloseCodes.DisallowedIntents, INTENTS],
]);

/**
 * Returns whether Discord refused a message because its channel is gone, closed to the bot or does not accept it, or because a member
 * accepts no direct messages. Only the people who manage the channel can change that. Replies need the permission to read its history.
 */
export function isOutOfReach(error: unknown): boolean {
  return error instanceof DiscordAPIError && OUT_OF_REACH.has(Number(error.code));
}

const OUT_OF_REACH: ReadonlySet<number> = new Set([
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownGuild,
  RESTJSONErrorCodes.ActionCannotBePerformedDueToSlowmodeRateLimit,
  RESTJSONErrorCodes.MaximumThreadParticipantsReached,
  RESTJSONErrorCodes.SendMessagesHasBeenTemporarilyDisabled,
  RESTJSONErrorCodes.CannotSendAMessageInAForumChannel,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel,
  RESTJSONErrorCodes.ChannelVerificationLevelTooHighForYouToGainAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType,
  RESTJSONErrorCodes.InvalidActionOnArchivedThread,
  RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
  RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory,
  RESTJSONErrorCodes.ThreadLocked,
  // Posting in an archived thread opens it again, so it counts as active.
  RESTJSONErrorCodes.MaximumActiveThreads,
  RESTJSONErrorCodes.CannotReferenceAMessageWithoutPermissionToReadMessageHistory,
  RESTJSONErrorCodes.NSFWChannelMessageReferenceNotAllowed,
  RESTJSONErrorCodes.MessageWasBlockedByAutomaticModeration,
  RESTJSONErrorCodes.MessageBlockedByHarmfulLinksFilter,
]);

/** Returns whether Discord refused a message because of the message it replies to; without the reference it may accept it. */
export function isReplyRefused(error: unknown): boolean {
  return error instanceof DiscordAPIError && REPLY_REFUSED.has(Number(error.code));
}

const REPLY_REFUSED: ReadonlySet<number> = new Set([
  RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory,
  RESTJSONErrorCodes.CannotReferenceAMessageWithoutPermissionToReadMessageHistory,
  RESTJSONErrorCodes.NSFWChannelMessageReferenceNotAllowed,
]);

/** Returns whether Discord did not find a member: they left the server, or their account no longer exists. */
export function isMemberGone(error: unknown): boolean {
  return error instanceof DiscordAPIError && GONE.has(Number(error.code));
}

const GONE: ReadonlySet<number> = new Set([RESTJSONErrorCodes.UnknownMember, RESTJSONErrorCodes.UnknownUser]);

/**
 * Returns which expected failure met the answer to an interaction, or null for any other error. `too-late`: Discord waits 3 s for the
 * first response and then voids the interaction. `already-answered`: the first try arrived, only its confirmation got lost.
 * `message-gone`: somebody deleted the message while its button was pressed.
 */
export function classifyReplyFailure(
  error: unknown,
): 'too-late' | 'already-answered' | 'message-gone' | null {
  if (!(error instanceof DiscordAPIError)) return null;
  switch (error.code) {
    case RESTJSONErrorCodes.UnknownInteraction:
      return 'too-late';
    case RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged:
      return 'already-answered';
    case RESTJSONErrorCodes.UnknownMessage:
      return 'message-gone';
    default:
      return null;
  }
}

/**
 * Creates a short id that stands in the log and in the reply, so that an operator finds the line that a member reports.
 *
 * @param random returns a number from 0 up to, but excluding, 1
 */
export function createErrorId(random: () => number): string {
  return Math.floor(random() * 2 ** 32)
    .toString(16)
    .padStart(8, '0');
}
