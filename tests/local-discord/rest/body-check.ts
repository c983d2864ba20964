import {
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  MessageCreateRequestSchema,
  MessageEditRequestPartialSchema,
} from 'discord-api-spec/zod';
import type { ZodMiniType } from 'zod/mini';
import { checkMessage } from '../rules/all-rules.ts';
import { type MessageView, readMessage } from '../rules/body-views.ts';
import type { BrokenRule } from '../rules/rule.ts';
import { checkSchema } from '../rules/schema-check.ts';
import type { Message } from '../world/messages.ts';
import { mergeBody } from '../world/messages.ts';
import type { World } from '../world/world.ts';
import { emptyMessage, invalidForm, tooLarge } from './api-error.ts';
import type { ApiRequest } from './route.ts';
import { storeFiles } from './sent-files.ts';

export const messageSchema = {
  post: MessageCreateRequestSchema,
  edit: MessageEditRequestPartialSchema,
  followUp: IncomingWebhookRequestPartialSchema,
  webhookEdit: IncomingWebhookUpdateRequestPartialSchema,
} as const;

/** A body that makes or changes a message. */
export interface MessageCheck {
  readonly request: ApiRequest;
  readonly world: World;
  readonly schema: ZodMiniType;
  /** Where the message is or will be. */
  readonly channelId: string;
}

/**
 * Checks the body against the official schema and the rules, stores its files, and returns the message that results.
 *
 * @param before the message that is edited; absent for a new one.
 * @throws ApiError 50035, 50006 or 40005 when Discord would refuse the body.
 */
export function checkMessageBody(
  { request, world, schema, channelId }: MessageCheck,
  before?: Message,
): MessageView {
  const { files } = request;
  const body = storeFiles(request.body, { world, channelId, files, before: before?.attachments ?? [] });
  const message = readMessage(before ? mergeBody(before, body) : body);
  refuseBroken(request, world, [...checkSchema(schema, request.body), ...checkMessage(message)]);
  return message;
}

/**
 * Records all broken rules.
 *
 * @throws ApiError when one of them is Discord's own.
 */
export function refuseBroken(request: ApiRequest, world: World, broken: readonly BrokenRule[]): void {
  for (const { rule, path, detail } of broken) {
    const place = path.map(String).join('.');
    world.violations.push({ route: request.routeName, rule, detail: place ? `${place}: ${detail}` : detail });
  }
  const refused = broken.filter(({ refusedBy }) => refusedBy === 'discord');
  if (refused.length === 0) return;
  if (refused.some(({ rule }) => rule === 'file-size')) throw tooLarge();
  throw refused.every(({ rule }) => rule === 'message-empty') ? emptyMessage() : invalidForm(refused);
}
