/** Returns a sentence with a capital at its start. */
export function capitalise(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}
