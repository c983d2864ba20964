/** Whether a sentence asks: it ends in a question mark of any script, perhaps with closing quotes or brackets behind it. */
export function isQuestion(sentence: string): boolean {
  return /[?？؟;՞]["'”’»)\]\s]*$/u.test(sentence.slice(-12));
}
