import { commandType, messageFlag } from '../wire-values.ts';
import type { StoredCommand } from '../world/commands.ts';
import type { World } from '../world/world.ts';
import { buildChatData, type ChatRequest } from './chat-data.ts';
import { buildButtonData, buildSelectData } from './component-data.ts';
import type { Exchange } from './exchange.ts';
import { buildModalData } from './modal-data.ts';
import type { InteractionRequest } from './requests.ts';
import { buildResolved } from './resolved.ts';

type RequestOf<Kind extends InteractionRequest['kind']> = Extract<InteractionRequest, { kind: Kind }>;

/**
 * The `data` of INTERACTION_CREATE.
 *
 * @throws Error when no user could do this: an unknown option, a missing required one, a button that is not there.
 */
export function buildInteractionData(world: World, exchange: Exchange): object {
  const { request } = exchange;
  switch (request.kind) {
    case 'command':
    case 'autocomplete':
      return chatCommand(world, exchange, request);
    case 'user menu':
      return userMenuData(world, exchange, request);
    case 'message menu':
      return messageMenuData(world, exchange, request);
    case 'button':
      return buildButtonData(world, exchange, request);
    case 'select':
      return buildSelectData(world, exchange, request);
    case 'modal submit':
      break;
  }
  return buildModalData(world, exchange, request);
}

/** The registered command that is used; undefined for anything else, and when nothing of that name is registered. */
export function findCommand(
  world: World,
  { request, guild }: Pick<Exchange, 'request' | 'guild'>,
): StoredCommand | undefined {
  if (!('name' in request)) return undefined;
  const type = menuTypes[request.kind] ?? commandType.chat;
  const book = world.guildCommands.get(guild?.id ?? '');
  return book?.named(request.name, type) ?? world.globalCommands.named(request.name, type);
}

const menuTypes: Readonly<Record<string, number>> = {
  'user menu': commandType.userMenu,
  'message menu': commandType.messageMenu,
};

/** When nothing of that name is registered, an invented command that takes any option. */
function commandHead(world: World, exchange: Exchange, [name, type]: [string, number]) {
  return { id: findCommand(world, exchange)?.id ?? world.newId(), name, type };
}

function chatCommand(world: World, exchange: Exchange, request: ChatRequest): object {
  const head = commandHead(world, exchange, [request.name, commandType.chat]);
  return { ...head, ...buildChatData({ world, exchange, stored: findCommand(world, exchange) }, request) };
}

function userMenuData(world: World, exchange: Exchange, { name, target }: RequestOf<'user menu'>): object {
  const head = commandHead(world, exchange, [name, commandType.userMenu]);
  return { ...head, target_id: target.id, resolved: buildResolved(world, exchange, [target]) };
}

function messageMenuData(
  world: World,
  exchange: Exchange,
  { name, target }: RequestOf<'message menu'>,
): object {
  const head = commandHead(world, exchange, [name, commandType.messageMenu]);
  const current = world.messages.get(target.id)?.message;
  if (!current) throw new Error(`message ${target.id} is gone, it has no menu`);
  if (current.channel_id !== exchange.channel.id)
    throw new Error(`message ${target.id} is in another channel`);
  if (current.flags & messageFlag.ephemeral) throw new Error('an ephemeral message has no apps in its menu');
  return { ...head, target_id: target.id, resolved: { messages: { [target.id]: current } } };
}
