import { foldWord, type Word } from '../text/words.ts';

const GREETINGS_AND_THANKS: ReadonlySet<string> = new Set(
  `hello hi hey hiya yo howdy greetings welcome thanks thank thx ty cheers bye goodbye ok okay lol good morning
  evening night day afternoon bot everyone all there nice cool great привет здравствуйте спасибо пока hallo danke
  tschuss help hilfe aide ayuda помощь hola gracias adios bonjour salut merci`
    .split(/\s+/)
    .map(foldWord),
);

/** Whether the words are nothing but a greeting, thanks or a farewell; false where there are none. */
export function isSmallTalk(words: readonly Word[]): boolean {
  const said = words.filter(({ folded }) => !['you', 'to', 'a', 'so', 'very', 'much'].includes(folded));
  return said.length > 0 && said.every(({ folded }) => GREETINGS_AND_THANKS.has(folded));
}
