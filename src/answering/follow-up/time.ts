import { findDates } from '../question/spans.ts';

const TIME =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|june|july|august|september|october|november|december|weekdays?|weekends?|weeks?|months?|years?|days?|hours?|mornings?|evenings?|afternoons?|noon|nights?|midnight|springs?|summers?|autumns?|winters?|holidays?|christmas|easter|today|tomorrow|yesterday|now)\b/;

/** Whether a phrase tells a time: “Sundays”, “in 2009”, “the summer”. */
export function isTime(text: string): boolean {
  return TIME.test(text.toLowerCase()) || findDates(text).length > 0;
}
