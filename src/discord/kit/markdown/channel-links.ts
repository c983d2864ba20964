const FENCE = '```';
/**
 * A `#name`, as `escapeMarkdown` leaves it; or an address in angle brackets, without a name, so that no part of it is taken for one. Discord's
 * names of channels have up to 100 characters.
 */
const CHANNEL_NAME = /<[^<>\s]{1,2048}>|(?<![\p{L}\p{N}\\/&#<(])\\?#((?:[\p{L}\p{N}-]|\\?_){1,100})/gu;

/** More links than this are a list of channels, which reads well without. */
const MAX_LOOKUPS = 10;

/** Returns the id of the channel with a name in lower case, if all readers see that channel, or null. */
export type FindChannel = (name: string) => string | null;

/** Finds no channel: every `#name` stays text. */
export function findNoChannel(): null {
  return null;
}

/**
 * Turns up to ten `#name` in escaped text into links to the channels of these names, which show as the same words. Leaves code blocks and
 * addresses as they are, and stops where the text would get longer than `maxChars`.
 */
export function linkChannels(markdown: string, findChannel: FindChannel, maxChars: number): string {
  let room = maxChars - markdown.length;
  let lookups = 0;
  const link = (written: string, name: string | undefined): string => {
    if (name === undefined) return written;
    lookups += 1;
    const id = lookups > MAX_LOOKUPS ? null : findChannel(name.replaceAll('\\', '').toLowerCase());
    const shown = id === null ? written : `<#${id}>`;
    if (shown.length - written.length > room) return written;
    room -= shown.length - written.length;
    return shown;
  };
  return markdown
    .split(FENCE)
    .map((part, index) => (index % 2 === 0 ? part.replace(CHANNEL_NAME, link) : part))
    .join(FENCE);
}
