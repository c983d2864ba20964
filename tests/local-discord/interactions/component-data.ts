import type { ComponentView } from '../rules/body-views.ts';
import { allComponents, selectTypes } from '../rules/component-tree.ts';
import { componentType } from '../wire-values.ts';
import type { World } from '../world/world.ts';
import type { InteractionRequest } from './requests.ts';

type ButtonRequest = Extract<InteractionRequest, { kind: 'button' }>;
type SelectRequest = Extract<InteractionRequest, { kind: 'select' }>;

/** @throws Error when nobody could press it: no such button, disabled, or gone. */
export function buttonData(world: World, request: ButtonRequest): object {
  const isForged = request.isForged === true;
  const id = isForged ? request.customId : usable(world, request).custom_id;
  return { component_type: componentType.button, custom_id: id };
}

/** @throws Error when nobody could choose this: as for buttons, or values that the menu does not offer. */
export function selectData(world: World, request: SelectRequest): object {
  const menu = usable(world, request);
  if (!selectTypes.includes(menu.type)) throw new Error(`component ${request.customId} is not a menu`);
  refuseValues(menu, request);
  return { component_type: menu.type, custom_id: menu.custom_id, values: request.values };
}

/** The button or menu as it now stands in the message. */
function usable(world: World, request: ButtonRequest | SelectRequest): ComponentView {
  const stored = world.messages.get(request.message.id);
  if (!stored) throw new Error(`message ${request.message.id} is gone, nobody can use its components`);
  const { message } = stored;
  const found = allComponents(message.components).find(
    ({ component }) => component.custom_id === request.customId,
  );
  if (!found) throw new Error(`no component ${request.customId} in message ${message.id}`);
  if (found.component.disabled) throw new Error(`component ${request.customId} is disabled`);
  return found.component;
}

function refuseValues(menu: ComponentView, { customId, values }: SelectRequest): void {
  const { options } = menu;
  const unknown = values.filter((value) => options && !options.some((offered) => offered.value === value));
  if (unknown.length > 0) throw new Error(`menu ${customId} does not offer ${unknown.join(', ')}`);
}
