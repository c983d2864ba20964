import {
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  MessageCreateRequestSchema,
  MessageEditRequestPartialSchema,
} from 'discord-api-spec/zod';
import type { ZodMiniType } from 'zod/mini';
import { messageBreaches } from '../rules/all-rules.ts';
import { type MessageView, readMessage } from '../rules/body-views.ts';
import type { BrokenRule } from '../rules/rule.ts';
import { schemaBreaches } from '../rules/schema-check.ts';
import type { Message } from '../world/messages.ts';
import { mergedBody } from '../world/messages.ts';
import type { World } from '../world/world.ts';
import { emptyMessage, invalidForm } from './api-error.ts';
import type { ApiRequest } from './route.ts';

export const messageSchema = {
  post: MessageCreateRequestSchema,
  edit: MessageEditRequestPartialSchema,
  followUp: IncomingWebhookRequestPartialSchema,
  webhookEdit: IncomingWebhookUpdateRequestPartialSchema,
} as const;

/**
 * Checks the body against the official schema and the rules, and returns the message as it will stand.
 *
 * @param before the message that is edited; absent for a new one.
 * @throws ApiError 50035 or 50006 when Discord would refuse the body.
 */
export function checkedMessage(
  { request, world, schema }: { request: ApiRequest; world: World; schema: ZodMiniType },
  before?: Message,
): MessageView {
  const message = readMessage(before ? mergedBody(before, request.body) : request.body);
  refuseBroken(request, world, [...schemaBreaches(schema, request.body), ...messageBreaches(message)]);
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
  throw refused.every(({ rule }) => rule === 'message-empty') ? emptyMessage() : invalidForm(refused);
}
