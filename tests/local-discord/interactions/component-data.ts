import type { ComponentView } from '../rules/body-views.ts';
import { listComponents, selectTypes } from '../rules/component-tree.ts';
import { findRepeated } from '../rules/rule.ts';
import { componentType, messageFlag } from '../wire-values.ts';
import type { World } from '../world/world.ts';
import type { Exchange } from './exchange.ts';
import type { InteractionRequest } from './requests.ts';

type ButtonRequest = Extract<InteractionRequest, { kind: 'button' }>;
type SelectRequest = Extract<InteractionRequest, { kind: 'select' }>;

/** @throws Error when nobody could press it: no such button, disabled, gone, or in somebody else's ephemeral message. */
export function buildButtonData(world: World, { user }: Exchange, request: ButtonRequest): object {
  const isForged = request.isForged === true;
  const id = isForged ? request.customId : usable(world, request, user.id).custom_id;
  return { component_type: componentType.button, custom_id: id };
}

/** @throws Error when nobody could choose this: as for buttons, or values that the menu does not offer together. */
export function buildSelectData(world: World, { user }: Exchange, request: SelectRequest): object {
  const { customId, values, isForged = false } = request;
  if (isForged) return { component_type: componentType.stringSelect, custom_id: customId, values };
  const menu = usable(world, request, user.id);
  if (!selectTypes.includes(menu.type)) throw new Error(`component ${customId} is not a menu`);
  refuseValues(menu, request);
  return { component_type: menu.type, custom_id: menu.custom_id, values };
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
  const unknown = values.filter((value) => options && !options.some((offered) => offered.value === value));
  if (unknown.length > 0) throw new Error(`menu ${customId} does not offer ${unknown.join(', ')}`);
  if (findRepeated(values).length > 0) throw new Error(`menu ${customId} takes each value once`);
  if (values.length < min || values.length > max) {
    throw new Error(`menu ${customId} takes ${min} to ${max} values, not ${values.length}`);
  }
}
