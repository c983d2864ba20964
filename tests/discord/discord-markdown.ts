/**
 * A small model of how Discord's client reads Markdown, written apart from the source so that tests can hold the
 * escaping against it: at each place the first rule that fits takes its stretch, and what no rule takes is text.
 * The rules follow simple-markdown, which the client is built on, and Discord's message formatting page; where
 * clients differ, the greedier reading is taken.
 *
 * @see https://discord.com/developers/docs/reference#message-formatting
 */
export interface Reading {
  /** What a member sees, formatting and brackets of addresses taken off. */
  readonly shown: string;
  /** Addresses that can be followed. */
  readonly links: readonly string[];
  /** Those that other words stand for, and the words. */
  readonly masked: readonly { readonly words: string; readonly address: string }[];
  /** The insides of code blocks. */
  readonly code: readonly string[];
  /** Names of all other rules that took something, such as `bold` or `mention`. */
  readonly formatting: readonly string[];
}

type Rule = readonly [name: string, pattern: RegExp];

const LINE_RULES: readonly Rule[] = [
  ['quote', /^ *>(?:>>)? ?/],
  ['subtext', /^ *-# /],
  ['heading', /^ *#{1,3} /],
  ['list', /^ *(?:[*+-]|\d+\.)(?: |$)/],
];

/** Discord ends it at the first three backticks. */
const CODE_BLOCK = /^```(?:[a-z0-9_+.#-]+\n)?\n*([^\n][\s\S]*?)\n*```/i;
const MASKED_LINK = /^\[((?:\\[\s\S]|[^\]\\])+?)\]\(<(https?:\/\/[^\s()>]+)>\)/i;

const INLINE_RULES: readonly Rule[] = [
  ['code', /^(`+)[\s\S]*?[^`]\1(?!`)/],
  ['spoiler', /^\|\|[\s\S]+?\|\|/],
  ['bold', /^\*\*(?:\\[\s\S]|[^\\])+?\*\*(?!\*)/],
  ['underline', /^__(?:\\[\s\S]|[^\\])+?__(?!_)/],
  ['italics', /^\*(?:\\[\s\S]|[^\\*])+?\*(?!\*)|^_(?:\\[\s\S]|[^\\_])+?_/],
  ['strikethrough', /^~~[\s\S]+?~~/],
  ['masked link', /^\[[\s\S]*?\]\(\s*<?[^\s)]*>?[^)]*\)/],
  ['mail link', /^<[^ >]+@[^ >]+>/],
  ['timestamp', /^<t:-?\d+(?::[a-z])?>/i],
  ['custom emoji', /^<a?:\w+:\d+>/],
  ['channel', /^<#\d*>/],
  ['mention', /^<@[!&]?\d*>|^@everyone|^@here/],
  ['command', /^<\/[^>]+:\d+>/],
  ['navigation', /^<(?:\d+|id):[^>]+>/],
  ['emoji name', /^:[^\s:<>()*\\]+:/],
  ['other scheme', /^(?:steam|discord):\/\/\S+/i],
];

const SHRUG = /^¯\\_\(ツ\)_\/¯/;
const ESCAPE = /^\\([!-/:-@[-`{-~])/;
const BRACKETED_ADDRESS = /^<(https?:\/\/[^ >]+)>/i;
const BARE_ADDRESS = /^https?:\/\/[^\s<]+[^<.,:;"')\]\s]/i;

/** What becomes of `markdown`, all of its lines. */
export function readDiscordMarkdown(markdown: string): Reading {
  const found: Found = { shown: '', links: [], masked: [], code: [], formatting: [] };
  let at = 0;
  while (at < markdown.length) {
    const rest = markdown.slice(at);
    const isLineStart = at === 0 || markdown[at - 1] === '\n';
    const block = takeBlock(rest, found);
    at += block;
    if (block > 0) continue;
    at += isLineStart ? takeLineRule(rest, found.formatting) : 0;
    const link = takeMaskedLink(markdown.slice(at), found);
    at += link > 0 ? link : takeInline(markdown.slice(at), found);
  }
  return found;
}

interface Found {
  shown: string;
  readonly links: string[];
  readonly masked: { readonly words: string; readonly address: string }[];
  readonly code: string[];
  readonly formatting: string[];
}

/** In a quote other rules hold as at the start of a line. */
function takeLineRule(rest: string, formatting: string[]): number {
  for (const [name, pattern] of LINE_RULES) {
    const taken = pattern.exec(rest)?.[0];
    if (taken === undefined) continue;
    formatting.push(name);
    const isOuter = name === 'quote';
    return taken.length + (isOuter ? takeLineRule(rest.slice(taken.length), formatting) : 0);
  }
  return 0;
}

function takeBlock(rest: string, found: Found): number {
  const [block, inner = ''] = CODE_BLOCK.exec(rest) ?? [];
  if (block === undefined) return 0;
  found.formatting.push('code block');
  found.code.push(inner);
  return take(found, inner, block.length);
}

function takeMaskedLink(rest: string, found: Found): number {
  const [link, words = '', address = ''] = MASKED_LINK.exec(rest) ?? [];
  if (link === undefined) return 0;
  found.formatting.push('masked link');
  found.masked.push({ words: words.replace(/\\([!-/:-@[-`{-~])/g, '$1'), address });
  found.links.push(address);
  return take(found, words, link.length);
}

function takeInline(rest: string, found: Found): number {
  const shrug = SHRUG.exec(rest)?.[0];
  if (shrug !== undefined) return take(found, shrug, shrug.length);
  const escaped = ESCAPE.exec(rest);
  if (escaped !== null) return take(found, escaped[1] ?? '', 2);
  const [bracketed, inner = ''] = BRACKETED_ADDRESS.exec(rest) ?? [];
  const address = bracketed === undefined ? BARE_ADDRESS.exec(rest)?.[0] : inner;
  if (address !== undefined) {
    found.links.push(address);
    return take(found, address, bracketed?.length ?? address.length);
  }
  for (const [name, pattern] of INLINE_RULES) {
    if (!pattern.test(rest)) continue;
    // What stands inside is read on, as text and with its own formatting.
    found.formatting.push(name);
    break;
  }
  return take(found, rest.slice(0, 1), rest.length === 0 ? 0 : 1);
}

function take(found: { shown: string }, shown: string, chars: number): number {
  found.shown += shown;
  return chars;
}
