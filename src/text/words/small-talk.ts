import { joinFolded, type Word } from '../../text/words/words.ts';

/** Greetings that open a message, in folded words: “¡Buenos días!” is “buenos dias”. */
const GREETINGS = [
  'hello|hi|hey|hiya|yo|howdy|greetings|good (?:morning|evening|night|day|afternoon)',
  'привет|приветствую|здравствуи(?:те)?|здравствуй(?:те)?|добр(?:ый|ое|ой) (?:день|утро|вечер|ночи)',
  'hallo|servus|moin|guten? (?:morgen|tag|abend|nacht)|gru(?:ß|ss) gott',
  'hola|buen[oa]s (?:dias|tardes|noches)|bonjour|bonsoir|salut|coucou',
].join('|');
const THANKS = [
  'thanks?|thx|ty|cheers|спасибо(?: (?:большое|огромное))?|(?:большое|огромное) спасибо',
  'danke(?: (?:schon|sehr))?|vielen dank|(?:muchas |mil )?gracias|merci(?: (?:beaucoup|bien))?',
].join('|');
/** Other small talk. Questions about the bot are in words that have no subject. */
const ASIDES = [
  'bye|goodbye|see you|ok(?:ay)?|lol|nice|cool|great|welcome|sorry|good (?:bot|job)|well done|nice to meet you',
  'help|hilfe|ayuda|aide|помощь|пока|до свидания|tschuss|auf wiedersehen|adios|hasta luego|au revoir',
  'how (?:are you|is it going|it going|do you do|do you work)|what (?:is )?up|sup|(?:who|what) are you',
  'what (?:can|do) you do|как дела|кто ты|wie geht(?: (?:es )?dir)?|que tal|como estas|ca va|comment ca va',
].join('|');
/** Words that follow a greeting or thanks. */
const FOLLOWERS =
  '(?:there|all|everyone|everybody|guys|folks|bot|again|you|so much|very much|a lot|for your help)';

const NOTHING_ELSE = new RegExp(`^(?:(?:${GREETINGS}|${THANKS}|${ASIDES})(?: ${FOLLOWERS})*(?: |$))+$`);
/** Phrases that announce a question and ask nothing. */
const ANNOUNCEMENTS =
  '(?:(?:a |one )?(?:quick|dumb|stupid|noob|random|silly) )?question|(?:does )?any ?one know|sorry(?: (?:to bother|for asking))?|so';
const OPENING = new RegExp(`^(?:(?:${GREETINGS}|${THANKS}|${ANNOUNCEMENTS})(?: ${FOLLOWERS})* )+`);
const CLOSING = new RegExp(`(?: (?:${THANKS}|please|pls|bitte|por favor|пожалуйста)(?: ${FOLLOWERS})*)+$`);
/** Longer texts are no small talk and are not searched for it. */
const MAX_WORDS = 40;

/** Returns whether the words are nothing but a greeting, thanks, a farewell or a question about the bot. False if there are no words. */
export function isSmallTalk(words: readonly Word[]): boolean {
  return words.length > 0 && words.length <= MAX_WORDS && NOTHING_ELSE.test(joinFolded(words));
}

/** Strips the greeting before a question and the thanks after it. Returns all words if nothing else is said. */
export function stripGreeting(words: readonly Word[]): readonly Word[] {
  if (isSmallTalk(words)) return words;
  const before = OPENING.exec(joinFolded(words.slice(0, MAX_WORDS)))?.[0] ?? '';
  const rest = words.slice(countWords(before));
  const behind = CLOSING.exec(joinFolded(rest.slice(-MAX_WORDS)))?.[0] ?? '';
  const left = rest.slice(0, rest.length - countWords(behind));
  return left.length === 0 ? words : left;
}

function countWords(text: string): number {
  return text.split(' ').filter((word) => word !== '').length;
}
