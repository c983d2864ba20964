import { nameSecret } from './secret-files.ts';
import { type EnvironmentSource, readText } from './values.ts';

/** Where Discord shows a bot's token and switches. */
export const BOT_PAGE = 'the “Bot” page of your application at https://discord.com/developers/applications';
const NAME = 'DISCORD_TOKEN';
/** Names that other bots use for the token. */
const OTHER_NAMES = ['DISCORD_BOT_TOKEN', 'BOT_TOKEN', 'TOKEN'];

/**
 * Reads the bot's token; returns an empty text where it is missing. No message repeats any part of it.
 *
 * @param isOfDiscord whether Discord itself issues it; test servers may issue tokens of any shape
 */
export function readToken(
  source: EnvironmentSource,
  { isOfDiscord }: { readonly isOfDiscord: boolean },
): string {
  const token = readText(source, NAME);
  // What is wrong with the file itself is among the mistakes already.
  if (token === null && readText(source, `${NAME}_FILE`) !== null) return '';
  const wrong =
    token === null ? null : (findWrongCharacter(token) ?? (isOfDiscord ? findWrongShape(token) : null));
  if (token === null) source.mistakes.push(describeMissing(source));
  if (wrong !== null) source.mistakes.push(`${nameSecret(source.env, NAME)} ${wrong}`);
  return token ?? '';
}

function describeMissing(source: EnvironmentSource): string {
  const other = OTHER_NAMES.find((name) => readText(source, name) !== null);
  const hint = other === undefined ? '' : ` ${other} is set, but Footnote does not read it.`;
  return `${NAME} is missing.${hint} Copy it from ${BOT_PAGE}, or set ${NAME}_FILE to a file that holds it.`;
}

/** Returns the end of a message where the text has a character that no token has. Such characters break the HTTP header, or Discord refuses them. */
function findWrongCharacter(token: string): string | null {
  if (/^(?:bot|bearer)\s/i.test(token))
    return `begins with a word before the token. Give the token alone, without “Bot” before it.`;
  if (/["'`“”‘’«»]/.test(token))
    return `has a quotation mark in it. Give the token alone, without quotation marks.`;
  if (/[^\S\ufeff]/.test(token)) return `has a space or a line break in it. Give the token alone.`;
  if (/[\p{Cc}\p{Cf}]/u.test(token))
    return `has an invisible character in it, which copying from a web page or chat may add. Copy it again from ${BOT_PAGE}.`;
  if (/[^\w.-]/.test(token))
    return `has a character in it that no token has: tokens have only A–Z, a–z, 0–9, “.”, “_” and “-”, and no letters of other alphabets. Copy it again from ${BOT_PAGE}.`;
  return null;
}

/** Returns the end of a message where the text is something that Discord shows near the token, or no token for another reason. */
function findWrongShape(token: string): string | null {
  const what = recogniseOtherValue(token);
  return what === null ? null : `${what}. Copy the token from ${BOT_PAGE} (“Reset Token” shows a new one).`;
}

function recogniseOtherValue(token: string): string | null {
  if (/^\d{17,20}$/.test(token)) return 'is the id of an application, a server or a user';
  if (/^[\da-f]{64}$/i.test(token)) return 'is the public key of an application';
  const [id = '', ...rest] = token.split('.');
  const isWhole = rest.length === 2 && rest.every((part) => part.length >= 5) && token.length >= 50;
  if (!isWhole)
    return 'is not a complete token, which has three parts separated by “.” and some 70 characters';
  const isOfUser = /^\d{17,20}$/.test(Buffer.from(id, 'base64url').toString('latin1'));
  return isOfUser ? null : 'does not begin with a bot’s id';
}
