import type { OptionView } from '../rules/body-views.ts';
import { countCodePoints } from '../rules/rule.ts';
import { optionType } from '../wire-values.ts';
import type { Guild } from '../world/guilds.ts';
import type { OptionValue } from './requests.ts';
import { isChannel, isPerson, isRole, isUpload } from './resolved.ts';

/** By option type, whether Discord's client lets a user enter the value. */
const takes: Readonly<Record<number, (value: OptionValue) => boolean>> = {
  [optionType.string]: (value) => typeof value === 'string' && value !== '',
  [optionType.integer]: Number.isInteger,
  [optionType.number]: (value) => typeof value === 'number',
  [optionType.boolean]: (value) => typeof value === 'boolean',
  [optionType.user]: isPerson,
  [optionType.channel]: isChannel,
  [optionType.role]: isRole,
  [optionType.attachment]: isUpload,
  [optionType.mentionable]: (value) => isPerson(value) || isRole(value),
};

/**
 * @param guild where the command is used; its channels and roles are all that can be named.
 * @throws Error when a user could not enter the value.
 */
export function refuseValue(option: OptionView, value: OptionValue | undefined, guild?: Guild): void {
  if (value === undefined) return;
  const isWrong = !takes[option.type]?.(value) || !isOffered(option, value) || !isInRange(option, value);
  if (isWrong) throw new Error(`option ${option.name} does not take ${JSON.stringify(plain(value))}`);
  const isForeignChannel = isChannel(value) && value.guildId !== guild?.id;
  const isForeignRole =
    isRole(value) &&
    // @everyone has the guild's own id, and is offered like any other.
    value.id !== guild?.id &&
    !Object.values(guild?.roles ?? {}).some(({ id }: { id: string }) => id === value.id);
  if (isForeignChannel || isForeignRole) throw new Error(`${value.name} is not in the guild of the command`);
}

function isOffered({ choices, channel_types: types }: OptionView, value: OptionValue): boolean {
  if (isChannel(value)) return types === undefined || types.includes(value.type);
  return !choices?.length || choices.some((choice) => choice.value === value);
}

function isInRange(option: OptionView, value: OptionValue): boolean {
  const { min_value: min = -Infinity, max_value: max = Infinity } = option;
  if (typeof value === 'number') return value >= min && value <= max;
  if (typeof value !== 'string') return true;
  const { min_length: shortest = 0, max_length: longest = 6000 } = option;
  return countCodePoints(value) >= shortest && countCodePoints(value) <= longest;
}

function plain(value: OptionValue): unknown {
  if (typeof value !== 'object') return value;
  return isUpload(value) ? value.name : value.id;
}
