import type { Fields } from '../fields.ts';
import { checkLength, defineDiscordRule, type Rule } from './rule.ts';

/** The text that the bot's profile shows. @see https://docs.discord.com/developers/resources/application */
const DESCRIPTION_MAX_CHARS = 400;

/** Rules on a change of the application's own settings. */
export const applicationRules: readonly Rule<Fields>[] = [
  defineDiscordRule('application-description-length', 'BASE_TYPE_MAX_LENGTH', ({ description }) =>
    typeof description === 'string' ? checkLength(description, DESCRIPTION_MAX_CHARS, ['description']) : [],
  ),
];
