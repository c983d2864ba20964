import { parsePage } from '../kit/components/buttons.ts';

/** The shown entry: its place in the queue, counted from 0, and one of its questions. */
export interface EntryRef {
  readonly index: number;
  readonly askedId: string;
}

/** No place and no id of the store contains this character. */
const BETWEEN = '.';

/** Encodes an entry as the argument of a custom id. Buttons of earlier versions carry a page of the list in place of `index`. */
export function encodeEntryRef({ index, askedId }: EntryRef): string {
  return [index, askedId].join(BETWEEN);
}

/** Decodes that argument; a forged one gives the id of no question. */
export function decodeEntryRef(argument: string): EntryRef {
  const [index = '', ...askedId] = argument.split(BETWEEN);
  return { index: parsePage(index), askedId: askedId.join(BETWEEN) };
}

/** Encodes an entry with something that stands before it, which does not contain the separator. */
export function encodeWithEntry(before: string, ref: EntryRef): string {
  return [before, encodeEntryRef(ref)].join(BETWEEN);
}

/** Decodes such an argument. */
export function decodeWithEntry(argument: string): EntryRef & { readonly before: string } {
  const [before = '', ...ref] = argument.split(BETWEEN);
  return { before, ...decodeEntryRef(ref.join(BETWEEN)) };
}
