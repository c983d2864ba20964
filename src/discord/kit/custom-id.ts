import type { Language } from '../../wording/kit/texts.ts';
import { isLanguage } from '../../wording/languages.ts';

/**
 * What a button or menu carries: which component it belongs to, and what for. Ids outlive restarts and come back from
 * clients, so they are versioned, and read as a stranger's text.
 */
export interface CustomId {
  readonly component: string;
  readonly argument: string;
  /** The language of the card, where the component is to change what it says; absent on older cards. */
  readonly language?: Language;
}

const VERSION = 'f1';
/** The same with a language before the argument. */
const VERSION_WITH_LANGUAGE = 'f2';
/** @see https://discord.com/developers/docs/components/reference#anatomy-of-a-component-custom-id */
const MAX_CHARS = 100;

/** @throws {RangeError} where it would be longer than Discord allows: a mistake of ours */
export function encodeCustomId({ component, argument, language }: CustomId): string {
  const start = language === undefined ? [VERSION, component] : [VERSION_WITH_LANGUAGE, component, language];
  const id = [...start, argument].join(':');
  if (id.length > MAX_CHARS) throw new RangeError(`custom id of ${id.length} characters: ${id}`);
  return id;
}

/** Null for ids that are not ours, or of another version. */
export function decodeCustomId(id: string): CustomId | null {
  const [version, component = '', ...rest] = id.split(':');
  if (component === '') return null;
  if (version === VERSION) return { component, argument: rest.join(':') };
  const [language = '', ...argument] = rest;
  if (version !== VERSION_WITH_LANGUAGE || !isLanguage(language)) return null;
  return { component, argument: argument.join(':'), language };
}
