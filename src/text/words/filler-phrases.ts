import { joinFolded, type Word } from './words.ts';

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

/*
 * Members ask in a server, so “of this server” and “here” say nothing more. In English, German, French, Spanish, Portuguese and Russian.
 */

/** Prepositions, some of them joined with an article. */
const PREPOSITIONS = toSet(
  'on in of for at auf in von fur im vom am sur dans de du en del por no do da neste deste nesse desse на в у с со для',
);
/** Words that may stand between the preposition and the server. */
const DETERMINERS = toSet(
  'this the your ur our diesem dem diesen eurem deinem unserem ce le votre ton notre este el vuestro tu nuestro esse seu nosso этом вашем нашем твоем этого вашего нашего этот',
);
const SERVERS = toSet(
  'server discord guild servers serveur servidor сервере сервера сервер дискорде дискорда',
);
const HERE = toSet('here hier ici aqui здесь тут');
/** A question needs as many other words: “where is here” asks for what it says. */
const MIN_LEFT = 3;

/** Returns the folded words of a question without those that only name the server in which it is asked. */
export function dropServerPhrases(words: readonly string[]): readonly string[] {
  const left: string[] = [];
  for (let index = 0; index < words.length; ) {
    const length = measurePhrase(words, index);
    if (length === 0) left.push(words[index] ?? '');
    index += Math.max(1, length);
  }
  return left.length < MIN_LEFT ? words : left;
}

/** Returns the number of words of the phrase that begins at `index`; 0 if none begins there. */
function measurePhrase(words: readonly string[], index: number): number {
  const [first = '', second = '', third = ''] = words.slice(index, index + 3);
  if (HERE.has(first)) return 1;
  if (!PREPOSITIONS.has(first)) return 0;
  if (SERVERS.has(second)) return 2;
  return DETERMINERS.has(second) && SERVERS.has(third) ? 3 : 0;
}

function toSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
