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
