import type { Fields } from '../fields.ts';
import { discordRule, type Rule, tooLong } from './rule.ts';

/** The text that the bot's profile shows. @see https://docs.discord.com/developers/resources/application */
const DESCRIPTION_MAX_CHARS = 400;

/** Rules on a change of the application's own settings. */
export const applicationRules: readonly Rule<Fields>[] = [
  discordRule('application-description-length', 'BASE_TYPE_MAX_LENGTH', ({ description }) =>
    typeof description === 'string' ? tooLong(description, DESCRIPTION_MAX_CHARS, ['description']) : [],
  ),
];
