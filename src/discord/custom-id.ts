/**
 * What a button carries: which component it belongs to, and what for. Ids outlive restarts and come back from
 * clients, so they are versioned, and read as a stranger's text.
 */
export interface CustomId {
  readonly component: string;
  readonly argument: string;
}

const VERSION = 'f1';
/** @see https://discord.com/developers/docs/components/reference#anatomy-of-a-component-custom-id */
const MAX_CHARS = 100;

/** @throws {RangeError} where it would be longer than Discord allows: a mistake of ours */
export function encodeCustomId({ component, argument }: CustomId): string {
  const id = `${VERSION}:${component}:${argument}`;
  if (id.length > MAX_CHARS) throw new RangeError(`custom id of ${id.length} characters: ${id}`);
  return id;
}

/** Null for ids that are not ours, or of another version. */
export function decodeCustomId(id: string): CustomId | null {
  const [version, component, ...argument] = id.split(':');
  if (version !== VERSION || component === undefined || component === '') return null;
  return { component, argument: argument.join(':') };
}
