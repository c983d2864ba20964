import type { ChoiceView } from './body-views.ts';
import { countCodePoints, defineDiscordRule, type Rule, reportIf } from './rule.ts';

/** @see https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-autocomplete */
const CHOICES_MAX = 25;
const TEXT_MAX_CHARS = 100;

/** Rules on the choices of an autocomplete answer. One bad choice makes Discord refuse the whole list. */
export const autocompleteRules: readonly Rule<readonly ChoiceView[]>[] = [
  defineDiscordRule('autocomplete-count', 'BASE_TYPE_MAX_LENGTH', (choices) =>
    reportIf(choices.length > CHOICES_MAX, ['choices'], `${choices.length} choices, at most 25`),
  ),
  defineDiscordRule('autocomplete-name', 'BASE_TYPE_BAD_LENGTH', (choices) =>
    choices.flatMap(({ name }, at) => outOfRange(name, ['choices', at, 'name'])),
  ),
  defineDiscordRule('autocomplete-value', 'BASE_TYPE_BAD_LENGTH', (choices) =>
    choices.flatMap(({ value }, at) =>
      typeof value === 'string' ? outOfRange(value, ['choices', at, 'value']) : [],
    ),
  ),
];

function outOfRange(text: string, path: readonly PropertyKey[]) {
  const length = countCodePoints(text);
  const isBroken = text.trim() === '' || length > TEXT_MAX_CHARS;
  return reportIf(isBroken, path, `${length} characters, 1 to 100`);
}
