import { readText, type SettingsReader } from './values.ts';

const BOT_PAGE = 'the “Bot” page of your application at https://discord.com/developers/applications';
const NAME = 'DISCORD_TOKEN';
/** What people call it elsewhere. */
const OTHER_NAMES = ['DISCORD_BOT_TOKEN', 'BOT_TOKEN', 'DISCORD_TOKEN_FILE', 'TOKEN'];

/**
 * The bot's token; empty where it is missing. No mistake repeats any part of it.
 *
 * @param isOfDiscord whether Discord itself is to take it; test servers may give out tokens of any shape
 */
export function readToken(
  reader: SettingsReader,
  { isOfDiscord }: { readonly isOfDiscord: boolean },
): string {
  const token = readText(reader, NAME);
  const mistake =
    token === null ? missing(reader) : (wrongSign(token) ?? (isOfDiscord ? wrongShape(token) : null));
  if (mistake !== null) reader.mistakes.push(mistake);
  return token ?? '';
}

function missing(reader: SettingsReader): string {
  const other = OTHER_NAMES.find((name) => readText(reader, name) !== null);
  const hint = other === undefined ? '' : ` ${other} is set, but Footnote does not read it.`;
  return `${NAME} is missing.${hint} Copy it from ${BOT_PAGE}.`;
}

/** Signs that no token has; they would make an unusable HTTP header, or are refused as a wrong token. */
function wrongSign(token: string): string | null {
  if (/^(?:bot|bearer)\s/i.test(token))
    return `${NAME} begins with a word before the token. Give the token alone, without “Bot” before it.`;
  if (/["'`“”‘’«»]/.test(token))
    return `${NAME} has a quotation mark in it. Give the token alone, without quotation marks.`;
  if (/[^\S\ufeff]/.test(token)) return `${NAME} has a space or a line break in it. Give the token alone.`;
  if (/[\p{Cc}\p{Cf}]/u.test(token))
    return `${NAME} has an invisible character in it, as copying from a web page or chat may add. Copy it anew from ${BOT_PAGE}.`;
  if (/[^\w.-]/.test(token))
    return `${NAME} has a character in it that no token has: only A–Z, a–z, 0–9, “.”, “_” and “-” occur, and no letters of other alphabets. Copy it anew from ${BOT_PAGE}.`;
  return null;
}

/** What Discord shows near the token, and other things that are no token. */
function wrongShape(token: string): string | null {
  const what = looksLike(token);
  return what === null
    ? null
    : `${NAME} ${what}. Copy the token from ${BOT_PAGE} (“Reset Token” shows a new one).`;
}

function looksLike(token: string): string | null {
  if (/^\d{17,20}$/.test(token)) return 'holds the id of an application, a server or a user';
  if (/^[\da-f]{64}$/i.test(token)) return 'holds the public key of an application';
  const [id = '', ...rest] = token.split('.');
  const isWhole = rest.length === 2 && rest.every((part) => part.length >= 5) && token.length >= 50;
  if (!isWhole)
    return 'is no whole token: that has three parts with “.” between, some 70 characters together';
  const isOfUser = /^\d{17,20}$/.test(Buffer.from(id, 'base64url').toString('latin1'));
  return isOfUser ? null : 'begins with something else than a bot’s id';
}
