import type { ComponentView } from '../rules/body-views.ts';
import { listComponents, selectTypes } from '../rules/component-tree.ts';
import { findRepeated } from '../rules/rule.ts';
import { componentType, messageFlag } from '../wire-values.ts';
import type { World } from '../world/world.ts';
import type { Exchange } from './exchange.ts';
import type { InteractionRequest } from './requests.ts';
import { buildResolved, isChannel, isPerson, isRole } from './resolved.ts';

type ButtonRequest = Extract<InteractionRequest, { kind: 'button' }>;
type SelectRequest = Extract<InteractionRequest, { kind: 'select' }>;

/** @throws Error when nobody could press it: no such button, disabled, gone, or in somebody else's ephemeral message. */
export function buildButtonData(world: World, { user }: Exchange, request: ButtonRequest): object {
  const isForged = request.isForged === true;
  const id = isForged ? request.customId : usable(world, request, user.id).custom_id;
  return { component_type: componentType.button, custom_id: id };
}

/** @throws Error when nobody could choose this: as for buttons, or values that the menu does not offer together. */
export function buildSelectData(world: World, exchange: Exchange, request: SelectRequest): object {
  const { customId, values, isForged = false } = request;
  const ids = values.map(idOf);
  if (isForged) return { component_type: componentType.stringSelect, custom_id: customId, values: ids };
  const menu = usable(world, request, exchange.user.id);
  if (!selectTypes.includes(menu.type)) throw new Error(`component ${customId} is not a menu`);
  refuseValues(menu, request);
  for (const value of values) refuseEntity(menu, value, exchange);
  const entities = values.filter((value) => typeof value === 'object');
  const isOfTexts = menu.type === componentType.stringSelect;
  const found = isOfTexts ? {} : { resolved: buildResolved(world, exchange, entities) };
  return { component_type: menu.type, custom_id: menu.custom_id, values: ids, ...found };
}

type Value = SelectRequest['values'][number];

function idOf(value: Value): string {
  return typeof value === 'string' ? value : value.id;
}

/** By the type of a menu, what it offers. */
const offers: Readonly<Record<number, (value: Value) => boolean>> = {
  [componentType.stringSelect]: (value) => typeof value === 'string',
  [componentType.userSelect]: (value) => typeof value === 'object' && isPerson(value),
  [componentType.roleSelect]: (value) => typeof value === 'object' && isRole(value),
  [componentType.mentionableSelect]: (value) =>
    typeof value === 'object' && (isPerson(value) || isRole(value)),
  [componentType.channelSelect]: (value) => typeof value === 'object' && isChannel(value),
};

/** Discord offers channels of the given types, and only what the guild has. */
function refuseEntity(menu: ComponentView, value: Value, { guild }: Exchange): void {
  const { custom_id: id, channel_types: types } = menu;
  const isOffered = offers[menu.type]?.(value) ?? false;
  const isForeign = typeof value === 'object' && isChannel(value) && value.guildId !== guild?.id;
  const isOtherType =
    typeof value === 'object' && isChannel(value) && Array.isArray(types) && !types.includes(value.type);
  if (!isOffered || isForeign || isOtherType) throw new Error(`menu ${id} does not offer ${idOf(value)}`);
}

/** The button or menu as it now stands in the message. */
function usable(world: World, request: ButtonRequest | SelectRequest, userId: string): ComponentView {
  const stored = world.messages.get(request.message.id);
  if (!stored) throw new Error(`message ${request.message.id} is gone, nobody can use its components`);
  const { message, token = '' } = stored;
  const isHidden = message.flags & messageFlag.ephemeral;
  if (isHidden && world.exchangesByToken.get(token)?.user.id !== userId) {
    throw new Error(`message ${message.id} is ephemeral and for somebody else`);
  }
  const found = listComponents(message.components).find(
    ({ component }) => component.custom_id === request.customId,
  );
  if (!found) throw new Error(`no component ${request.customId} in message ${message.id}`);
  if (found.component.disabled) throw new Error(`component ${request.customId} is disabled`);
  return found.component;
}

function refuseValues(menu: ComponentView, { customId, values }: SelectRequest): void {
  const { options, min_values: min = 1, max_values: max = 1 } = menu;
  const ids = values.map(idOf);
  const unknown = ids.filter((id) => options && !options.some((offered) => offered.value === id));
  if (unknown.length > 0) throw new Error(`menu ${customId} does not offer ${unknown.join(', ')}`);
  if (findRepeated(ids).length > 0) throw new Error(`menu ${customId} takes each value once`);
  if (values.length < min || values.length > max) {
    throw new Error(`menu ${customId} takes ${min} to ${max} values, not ${values.length}`);
  }
}
