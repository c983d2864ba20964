import type { OptionView } from '../rules/body-views.ts';
import { optionType } from '../wire-values.ts';
import type { StoredCommand } from '../world/commands.ts';
import type { World } from '../world/world.ts';
import type { Exchange } from './exchange.ts';
import { refuseValue } from './option-values.ts';
import type { InteractionRequest, OptionValue } from './requests.ts';
import { assignId, buildResolved, isChannel, isRole, isUpload } from './resolved.ts';

export type ChatRequest = Extract<InteractionRequest, { kind: 'command' | 'autocomplete' }>;

interface Scene {
  readonly world: World;
  readonly exchange: Exchange;
  /** Undefined when nothing of that name is registered; then any option is taken. */
  readonly stored: StoredCommand | undefined;
}

/**
 * The options of a chat command and what the ids in them stand for.
 *
 * @throws Error when no user could enter them: an unknown option, a missing required one, a value it does not take.
 */
export function buildChatData({ world, exchange, stored }: Scene, request: ChatRequest): object {
  const known = optionsAt(stored, request);
  if (known) refuseImpossible(known, request, exchange);
  const given = Object.entries(request.options ?? {}).map(([name, value]) => {
    const type = known?.find((option) => option.name === name)?.type ?? guessedType(value);
    return { name, type, value: typeof value === 'object' ? assignId(world, value) : value };
  });
  const values = given.map(({ name, type, value }) => ({
    name,
    type,
    value: typeof value === 'object' ? value.id : value,
    ...(request.kind === 'autocomplete' && request.focused === name ? { focused: true } : {}),
  }));
  const objects = given.map(({ value }) => value).filter((value) => typeof value === 'object');
  const found = objects.length > 0 ? { resolved: buildResolved(world, exchange, objects) } : {};
  return { ...found, options: nested(values, request) };
}

function optionsAt(stored: StoredCommand | undefined, { group, subcommand }: ChatRequest) {
  const path = [group, subcommand].filter((name) => name !== undefined);
  return path.reduce<readonly OptionView[] | undefined>(
    (options, name) => options && (options.find((option) => option.name === name)?.options ?? []),
    stored && (stored.options ?? []),
  );
}

function refuseImpossible(known: readonly OptionView[], request: ChatRequest, exchange: Exchange): void {
  const given = Object.keys(request.options ?? {});
  const unknown = given.filter((name) => !known.some((option) => option.name === name));
  if (unknown.length > 0) throw new Error(`/${request.name} has no option ${unknown.join(', ')}`);
  // While the user is still typing, required options may be absent and values anything.
  if (request.kind === 'autocomplete') return;
  const missing = known.filter((option) => option.required === true && !given.includes(option.name ?? ''));
  if (missing.length > 0) {
    throw new Error(`/${request.name} needs the option ${missing.map(({ name }) => name).join(', ')}`);
  }
  for (const option of known) refuseValue(option, request.options?.[option.name ?? ''], exchange.guild);
}

function guessedType(value: OptionValue): number {
  if (typeof value === 'string') return optionType.string;
  if (typeof value === 'boolean') return optionType.boolean;
  if (isChannel(value)) return optionType.channel;
  if (isRole(value)) return optionType.role;
  if (isUpload(value)) return optionType.attachment;
  if (typeof value === 'object') return optionType.user;
  return Number.isInteger(value) ? optionType.integer : optionType.number;
}

function nested(values: readonly object[], { group, subcommand }: ChatRequest): readonly object[] {
  if (subcommand === undefined) return values;
  const inner = { name: subcommand, type: optionType.subcommand, options: values };
  return group === undefined ? [inner] : [{ name: group, type: optionType.group, options: [inner] }];
}
