import type { Breach, BrokenRule } from '../rules/rule.ts';

/**
 * An answer of Discord that refuses a request.
 *
 * @see https://docs.discord.com/developers/topics/opcodes-and-status-codes#json
 */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: object | undefined;

  constructor(status: number, code: number, { message, errors }: { message: string; errors?: object }) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  get body(): object {
    const { message, code, errors } = this;
    return errors ? { message, code, errors } : { message, code };
  }
}

export const notFound = () => new ApiError(404, 0, { message: '404: Not Found' });
export const unauthorized = () => new ApiError(401, 0, { message: '401: Unauthorized' });
export const badJson = () => new ApiError(400, 50109, { message: 'The request body contains invalid JSON.' });
export const unknownChannel = () => new ApiError(404, 10003, { message: 'Unknown Channel' });
export const unknownGuild = () => new ApiError(404, 10004, { message: 'Unknown Guild' });
export const unknownMember = () => new ApiError(404, 10007, { message: 'Unknown Member' });
export const unknownMessage = () => new ApiError(404, 10008, { message: 'Unknown Message' });
export const unknownUser = () => new ApiError(404, 10013, { message: 'Unknown User' });
export const unknownWebhook = () => new ApiError(404, 10015, { message: 'Unknown Webhook' });
export const unknownInteraction = () => new ApiError(404, 10062, { message: 'Unknown interaction' });
export const unknownCommand = () => new ApiError(404, 10063, { message: 'Unknown application command' });
export const missingAccess = () => new ApiError(403, 50001, { message: 'Missing Access' });
export const notTheAuthor = () =>
  new ApiError(403, 50005, { message: 'Cannot edit a message authored by another user' });
export const postWithoutMessage = () =>
  new ApiError(403, 40058, {
    message: 'Cannot message this thread until after the post author has sent an initial message.',
  });
export const notInForums = () =>
  new ApiError(400, 50008, { message: 'Cannot send messages in a non-text channel' });
export const missingPermissions = () => new ApiError(403, 50013, { message: 'Missing Permissions' });
export const notInDms = () => new ApiError(403, 50003, { message: 'Cannot execute action on a DM channel' });
export const noReplyWithoutHistory = () =>
  new ApiError(403, 160002, { message: 'Cannot reply without permission to read message history' });
export const unknownEmoji = () => new ApiError(400, 10014, { message: 'Unknown Emoji' });
export const tooManyReactions = () =>
  new ApiError(403, 30010, { message: 'Maximum number of reactions reached (20)' });
export const tooManyFollowUps = () =>
  new ApiError(403, 40094, {
    message: 'This interaction has hit the maximum number of follow-up messages',
  });
export const emptyMessage = () => new ApiError(400, 50006, { message: 'Cannot send an empty message' });
export const tooLarge = () => new ApiError(413, 40005, { message: 'Request entity too large' });
export const invalidWebhookToken = () => new ApiError(401, 50027, { message: 'Invalid Webhook Token' });
export const alreadyAcknowledged = () =>
  new ApiError(400, 40060, { message: 'Interaction has already been acknowledged.' });

/** 50035 with each breach at its place in the nested `errors` object. */
export function invalidForm(broken: readonly BrokenRule[]): ApiError {
  const errors = {};
  for (const breach of broken) addError(errors, breach);
  return new ApiError(400, 50035, { message: 'Invalid Form Body', errors });
}

function addError(errors: object, { path, code, detail }: Breach & { readonly code: string }): void {
  let place = errors;
  for (const key of path) {
    const inner: unknown = Reflect.get(place, key) ?? {};
    Reflect.set(place, key, inner);
    if (typeof inner === 'object' && inner !== null) place = inner;
  }
  const earlier: unknown = Reflect.get(place, '_errors');
  Reflect.set(place, '_errors', [...(Array.isArray(earlier) ? earlier : []), { code, message: detail }]);
}
