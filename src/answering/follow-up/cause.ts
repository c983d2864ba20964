const CAUSE = /\b(?:because|due to|owing to|thanks to|as a result|in order to|so that|therefore|reason)\b/i;
/**
 * “Since hardly anyone used it”, but not “since 2011”, “since May”, “since the war”, “ever since,”. Only the first letter may be of
 * either case: with the flag `i` `\p{Lu}` would match any letter.
 */
const SINCE =
  /\b(?<!\b(?:ever|long) )[Ss]ince (?!(?:the|then|its|his|her|their|last|early|mid|late|about|around|half|noon|midnight|today|yesterday|childhood)\b)\p{Ll}/u;

/** Whether a sentence tells why something is so; “the reason” counts, whatever is said of it. */
export function tellsCause(sentence: string): boolean {
  return CAUSE.test(sentence) || SINCE.test(sentence);
}
