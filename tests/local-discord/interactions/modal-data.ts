import type { ComponentView } from '../rules/body-views.ts';
import { listComponents, selectTypes } from '../rules/component-tree.ts';
import { countCodePoints, findRepeated } from '../rules/rule.ts';
import { componentType } from '../wire-values.ts';
import type { World } from '../world/world.ts';
import type { Exchange } from './exchange.ts';
import type { InteractionRequest, ModalValue } from './requests.ts';
import { assignId, buildResolved, isUpload, type Resolvable } from './resolved.ts';

type ModalRequest = Extract<InteractionRequest, { kind: 'modal submit' }>;

/** What stands in a field when the modal is sent off. */
type Entered = string | readonly (string | Resolvable)[];

/** What the user has entered, by custom_id. */
type Entries = ReadonlyMap<string, Entered>;

/**
 * What the user entered, with the labels and rows around it.
 *
 * @throws Error when no user could send that off: a field that is not there, too little, too much, not on offer.
 */
export function buildModalData(world: World, exchange: Exchange, request: ModalRequest): object {
  const { modal, values } = request;
  const fields = listComponents(modal.components)
    .map(({ component }) => component)
    .filter(({ custom_id: id }) => id !== undefined);
  if (!request.isForged) refuseImpossible(fields, values);
  const entries = new Map(
    fields.map((field) => [field.custom_id ?? '', entered(world, valueIn(field, values))] as const),
  );
  const objects = [...entries.values()].flatMap((entry) =>
    typeof entry === 'string' ? [] : entry.filter((value) => typeof value === 'object'),
  );
  const components = modal.components.map((component) => filled(component, entries));
  const found = objects.length > 0 ? { resolved: buildResolved(world, exchange, objects) } : {};
  return { custom_id: modal.custom_id, ...found, components };
}

/** What is entered; for an untouched field, what the modal has put there. */
function valueIn(field: ComponentView, values: ModalRequest['values']): ModalValue {
  const { type, custom_id: id = '', value = '', options = [] } = field;
  const chosen = options.filter((option) => option.default).flatMap((option) => option.value ?? []);
  return values[id] ?? (type === componentType.textInput ? value : chosen);
}

function entered(world: World, value: ModalValue): Entered {
  return typeof value === 'string'
    ? value
    : value.map((each) => (typeof each === 'string' ? each : assignId(world, each)));
}

function refuseImpossible(fields: readonly ComponentView[], values: ModalRequest['values']): void {
  const unknown = Object.keys(values).filter((id) => !fields.some((field) => field.custom_id === id));
  if (unknown.length > 0) throw new Error(`the modal has no field ${unknown.join(', ')}`);
  for (const field of fields) {
    const value = valueIn(field, values);
    if (field.type === componentType.textInput) refuseText(field, value);
    else refuseChoice(field, value);
  }
}

const TEXT_MAX_CHARS = 4000;

/** A field that is not required may stay empty, whatever its shortest length. */
function refuseText({ custom_id: id, required = true, ...field }: ComponentView, value: ModalValue): void {
  if (typeof value !== 'string') throw new Error(`field ${id} takes a text`);
  const length = countCodePoints(value);
  if (length === 0 && !required) return;
  const { min_length: min = 0, max_length: max = TEXT_MAX_CHARS } = field;
  const least = required ? Math.max(min, 1) : min;
  if (length < least || length > max)
    throw new Error(`field ${id} takes ${least} to ${max} characters, not ${length}`);
}

function refuseChoice(field: ComponentView, value: ModalValue): void {
  const { type, custom_id: id, required = true, options, min_values: min = 1, max_values: max = 1 } = field;
  if (typeof value === 'string') throw new Error(`field ${id} takes a list`);
  const takesFiles = type === componentType.fileUpload;
  if (!takesFiles && !selectTypes.includes(type)) throw new Error(`nobody can fill in field ${id} yet`);
  const wrong = value.filter((each) => (typeof each === 'object' && isUpload(each)) !== takesFiles);
  const strange = value.filter((each) => options && !options.some((option) => option.value === each));
  if (wrong.length + strange.length > 0) throw new Error(`field ${id} does not take ${namesOf(value)}`);
  if (findRepeated(value).length > 0) throw new Error(`field ${id} takes each value once`);
  if (value.length === 0 && !required) return;
  if (value.length < min || value.length > max)
    throw new Error(`field ${id} takes ${min} to ${max} values, not ${value.length}`);
}

function namesOf(values: Exclude<ModalValue, string>): string {
  return values
    .map((value) => (typeof value === 'string' ? value : 'name' in value ? value.name : value.username))
    .join(', ');
}

/** The modal's component as Discord submits it. */
function filled(component: ComponentView, entries: Entries): object {
  const { type, custom_id: id } = component;
  if (component.component) return { type, id: 1, component: filled(component.component, entries) };
  if (component.components) {
    return { type, id: 1, components: component.components.map((inner) => filled(inner, entries)) };
  }
  // A text between the fields.
  if (id === undefined) return { type, id: 1 };
  const entry = entries.get(id) ?? '';
  if (typeof entry === 'string') return { type, id: 1, custom_id: id, value: entry };
  return {
    type,
    id: 1,
    custom_id: id,
    values: entry.map((value) => (typeof value === 'string' ? value : value.id)),
  };
}
