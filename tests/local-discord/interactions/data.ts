import type { ComponentView, OptionView } from '../rules/body-views.ts';
import { allComponents, selectTypes } from '../rules/component-tree.ts';
import { commandType, componentType, optionType } from '../wire-values.ts';
import type { StoredCommand } from '../world/commands.ts';
import { type Person, partialMemberPayload, userPayload } from '../world/people.ts';
import type { World } from '../world/world.ts';
import type { Exchange } from './exchange.ts';
import type { InteractionRequest, OptionValue } from './requests.ts';

type RequestOf<Kind extends InteractionRequest['kind']> = Extract<InteractionRequest, { kind: Kind }>;
type ChatRequest = RequestOf<'command'> | RequestOf<'autocomplete'>;

/**
 * The `data` of INTERACTION_CREATE.
 *
 * @throws Error when no user could do this: an unknown option, a missing required one, a button that is not there.
 */
export function interactionData(world: World, exchange: Exchange): object {
  const { request } = exchange;
  switch (request.kind) {
    case 'command':
    case 'autocomplete':
      return chatData(world, exchange, request);
    case 'user menu':
      return userMenuData(world, exchange, request);
    case 'message menu':
      return messageMenuData(world, exchange, request);
    case 'button':
      return { component_type: componentType.button, custom_id: pressedId(world, request) };
    case 'select':
      return selectData(world, request);
    case 'modal submit':
      break;
  }
  return modalData(request);
}

/** The registered command; when nothing of that name is registered, an invented one that takes any option. */
function commandHead(world: World, exchange: Exchange, [name, type]: [string, number]) {
  const book = world.guildCommands.get(exchange.guild?.id ?? '');
  const stored = book?.named(name, type) ?? world.globalCommands.named(name, type);
  return { stored, head: { id: stored?.id ?? world.newId(), name, type } };
}

function chatData(world: World, exchange: Exchange, request: ChatRequest): object {
  const { stored, head } = commandHead(world, exchange, [request.name, commandType.chat]);
  const known = optionsAt(stored, request);
  if (known) refuseImpossible(known, request);
  const given = Object.entries(request.options ?? {});
  const values = given.map(([name, value]) => ({
    name,
    type: known?.find((option) => option.name === name)?.type ?? guessedType(value),
    value: typeof value === 'object' ? value.id : value,
    ...(request.kind === 'autocomplete' && request.focused === name ? { focused: true } : {}),
  }));
  const people = given.flatMap(([, value]) => (typeof value === 'object' ? [value] : []));
  const resolved = people.length > 0 ? { resolved: resolvedPeople(people, exchange) } : {};
  return { ...head, ...resolved, options: nested(values, request) };
}

function optionsAt(stored: StoredCommand | undefined, { group, subcommand }: ChatRequest) {
  const path = [group, subcommand].filter((name) => name !== undefined);
  return path.reduce<readonly OptionView[] | undefined>(
    (options, name) => options && (options.find((option) => option.name === name)?.options ?? []),
    stored && (stored.options ?? []),
  );
}

function refuseImpossible(known: readonly OptionView[], request: ChatRequest): void {
  const given = Object.keys(request.options ?? {});
  const unknown = given.filter((name) => !known.some((option) => option.name === name));
  if (unknown.length > 0) throw new Error(`/${request.name} has no option ${unknown.join(', ')}`);
  const missing = known.filter((option) => option.required === true && !given.includes(option.name ?? ''));
  // While the user is still typing, required options may be absent.
  if (missing.length > 0 && request.kind === 'command') {
    throw new Error(`/${request.name} needs the option ${missing.map(({ name }) => name).join(', ')}`);
  }
}

function guessedType(value: OptionValue): number {
  if (typeof value === 'string') return optionType.string;
  if (typeof value === 'boolean') return optionType.boolean;
  if (typeof value === 'object') return optionType.user;
  return Number.isInteger(value) ? optionType.integer : optionType.number;
}

function nested(values: readonly object[], { group, subcommand }: ChatRequest): readonly object[] {
  if (subcommand === undefined) return values;
  const inner = { name: subcommand, type: optionType.subcommand, options: values };
  return group === undefined ? [inner] : [{ name: group, type: optionType.group, options: [inner] }];
}

function resolvedPeople(people: readonly Person[], { guild }: Exchange): object {
  const users = Object.fromEntries(people.map((person) => [person.id, userPayload(person)]));
  if (!guild) return { users };
  const members = people.map((person) => [person.id, partialMemberPayload(person, guild)]);
  return { users, members: Object.fromEntries(members) };
}

function userMenuData(world: World, exchange: Exchange, { name, target }: RequestOf<'user menu'>): object {
  const { head } = commandHead(world, exchange, [name, commandType.userMenu]);
  return { ...head, target_id: target.id, resolved: resolvedPeople([target], exchange) };
}

function messageMenuData(
  world: World,
  exchange: Exchange,
  { name, target }: RequestOf<'message menu'>,
): object {
  const { head } = commandHead(world, exchange, [name, commandType.messageMenu]);
  return { ...head, target_id: target.id, resolved: { messages: { [target.id]: target } } };
}

function pressedId(world: World, request: RequestOf<'button'>): string | undefined {
  return request.isForged === true ? request.customId : pressed(world, request).custom_id;
}

/** The button or menu as it now stands in the message. */
function pressed(world: World, request: RequestOf<'button'> | RequestOf<'select'>): ComponentView {
  const current = world.messages.get(request.message.id)?.message;
  if (!current) throw new Error(`message ${request.message.id} is gone, nobody can use its components`);
  const { components } = current;
  const found = allComponents(components).find(({ component }) => component.custom_id === request.customId);
  if (!found) throw new Error(`no component ${request.customId} in message ${current.id}`);
  if (found.component.disabled) throw new Error(`component ${request.customId} is disabled`);
  return found.component;
}

function selectData(world: World, request: RequestOf<'select'>): object {
  const menu = pressed(world, request);
  if (!selectTypes.includes(menu.type)) throw new Error(`component ${request.customId} is not a menu`);
  const offered = menu.options?.map(({ value }) => value);
  const unknown = request.values.filter((value) => offered && !offered.includes(value));
  if (unknown.length > 0) throw new Error(`menu ${request.customId} does not offer ${unknown.join(', ')}`);
  return { component_type: menu.type, custom_id: menu.custom_id, values: request.values };
}

function modalData({ modal, values }: RequestOf<'modal submit'>): object {
  return {
    custom_id: modal.custom_id,
    components: modal.components.map((component) => filled(component, values)),
  };
}

type Values = RequestOf<'modal submit'>['values'];

/** The modal's component as Discord submits it: labels and rows around what the user entered. */
function filled(component: ComponentView, values: Values): object {
  const { type, custom_id: id } = component;
  if (component.component) return { type, id: 1, component: filled(component.component, values) };
  if (component.components) {
    return { type, id: 1, components: component.components.map((inner) => filled(inner, values)) };
  }
  const entered = id === undefined ? undefined : values[id];
  if (type === componentType.textInput) return { type, id: 1, custom_id: id, value: entered ?? '' };
  return { type, id: 1, custom_id: id, values: entered ?? [] };
}
