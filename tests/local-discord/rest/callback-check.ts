import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  ModalInteractionCallbackRequestSchema,
  PongInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod';
import type { ZodMiniType } from 'zod/mini';
import { type Fields, toFields } from '../fields.ts';
import { checkChoices, checkMessage, checkModal } from '../rules/all-rules.ts';
import { readChoices, readMessage, readModal } from '../rules/body-views.ts';
import type { BrokenRule } from '../rules/rule.ts';
import { checkSchema } from '../rules/schema-check.ts';
import { callbackType, interactionType } from '../wire-values.ts';
import { mergeBody } from '../world/messages.ts';
import type { StoredMessage } from '../world/world.ts';

const schemas: Readonly<Record<number, ZodMiniType>> = {
  [callbackType.pong]: PongInteractionCallbackRequestSchema,
  [callbackType.message]: CreateMessageInteractionCallbackRequestSchema,
  [callbackType.deferredMessage]: CreateMessageInteractionCallbackRequestSchema,
  [callbackType.deferredUpdate]: UpdateMessageInteractionCallbackRequestSchema,
  [callbackType.update]: UpdateMessageInteractionCallbackRequestSchema,
  [callbackType.autocomplete]: ApplicationCommandAutocompleteCallbackRequestSchema,
  [callbackType.modal]: ModalInteractionCallbackRequestSchema,
};

const { message, deferredMessage, deferredUpdate, update, autocomplete, modal } = callbackType;

/** Which callbacks Discord takes for which interaction. */
const allowed: Readonly<Record<number, readonly number[]>> = {
  [interactionType.command]: [message, deferredMessage, modal],
  [interactionType.component]: [message, deferredMessage, deferredUpdate, update, modal],
  [interactionType.autocomplete]: [autocomplete],
  [interactionType.modalSubmit]: [message, deferredMessage, deferredUpdate, update],
};

/** A callback as the bot sent it. */
export interface Callback {
  readonly type: number;
  readonly data: Fields;
}

export function readCallback({ type, data }: Fields): Callback {
  return { type: typeof type === 'number' ? type : 0, data: toFields(data) };
}

interface CallbackCheck {
  /** With the files that came beside it among the attachments. */
  readonly body: Fields;
  /** As it came. */
  readonly sent: Fields;
  /** The type of the interaction. */
  readonly answering: number;
  /** A component was used, or a modal that one has opened. */
  readonly isFromMessage: boolean;
}

/**
 * Everything that is wrong with a callback.
 *
 * @param updated the message whose component was used; an update callback is laid over it.
 */
export function checkCallback(
  { body, sent, answering, isFromMessage }: CallbackCheck,
  updated?: StoredMessage,
): readonly BrokenRule[] {
  const callback = readCallback(body);
  const schema = schemas[callback.type];
  const hasTarget = callback.type !== callbackType.update || isFromMessage;
  if (!schema || !hasTarget || !allowed[answering]?.includes(callback.type))
    return [wrongType(callback.type, answering)];
  const inData = dataBreaches(callback, updated).map((breach) => ({
    ...breach,
    path: ['data', ...breach.path],
  }));
  return [...checkSchema(schema, sent), ...inData];
}

function dataBreaches({ type, data }: Callback, updated?: StoredMessage): readonly BrokenRule[] {
  switch (type) {
    case callbackType.message:
      return checkMessage(readMessage(data));
    case callbackType.update:
      return checkMessage(readMessage(updated ? mergeBody(updated.message, data) : data));
    case callbackType.autocomplete:
      return checkChoices(readChoices(data));
    case callbackType.modal:
      return checkModal(readModal(data));
    default:
      return [];
  }
}

function wrongType(type: number, answering: number): BrokenRule {
  return {
    rule: 'callback-type',
    code: 'BASE_TYPE_CHOICES',
    refusedBy: 'discord',
    path: ['type'],
    detail: `callback type ${type} does not answer an interaction of type ${answering}`,
  };
}
