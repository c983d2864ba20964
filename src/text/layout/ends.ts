/**
 * Where `text` ends without the characters at its end that `sign` fits, a pattern for one UTF-16 unit. In linear time: what looks for
 * `[\s?]+$` begins anew at each of these signs, and takes minutes for a text that is full of them.
 */
export function findEndWithout(text: string, sign: RegExp): number {
  let end = text.length;
  while (end > 0 && sign.test(text.charAt(end - 1))) end--;
  return end;
}
