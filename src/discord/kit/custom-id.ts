import { isLanguage } from '../../wording/languages.ts';

/**
 * The parts of a custom id: the name of the component that handles it, and its argument. Custom ids outlive restarts, so they
 * carry a version. Clients send them back, so nothing in them is trusted.
 */
export interface CustomId {
  readonly component: string;
  readonly argument: string;
  /** The language of the card, for components that change its texts; absent on older cards. */
  readonly language?: string;
}

const VERSION = 'f1';
/** Version of the ids that hold a language before the argument. */
const VERSION_WITH_LANGUAGE = 'f2';
/** @see https://discord.com/developers/docs/components/reference#anatomy-of-a-component-custom-id */
const MAX_CHARS = 100;

/** @throws {RangeError} when the id would be longer than Discord allows, which is a bug of ours */
export function encodeCustomId({ component, argument, language }: CustomId): string {
  const start = language === undefined ? [VERSION, component] : [VERSION_WITH_LANGUAGE, component, language];
  const id = [...start, argument].join(':');
  if (id.length > MAX_CHARS) throw new RangeError(`custom id of ${id.length} characters: ${id}`);
  return id;
}

/** Returns the parts of a custom id, or null for ids that are not ours or have another version. */
export function decodeCustomId(id: string): CustomId | null {
  const [version, component = '', ...rest] = id.split(':');
  if (component === '') return null;
  if (version === VERSION) return { component, argument: rest.join(':') };
  const [language = '', ...argument] = rest;
  if (version !== VERSION_WITH_LANGUAGE || !isLanguage(language)) return null;
  return { component, argument: argument.join(':'), language };
}
