import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { ENGLISH } from '../../src/wording/english/catalogue.ts';
import { listComponents } from '../local-discord/rules/component-tree.ts';
import type { OpenedForm, PlayedExhibit, ShownMessage } from './exhibit.ts';
import { NOT_SHOWN } from './not-shown.ts';

/** Lists the texts of Discord, by their keys, that stand in no exhibit although nothing says why, and excuses that nothing needs. */
export function findUnseenTexts(played: readonly PlayedExhibit[]): readonly string[] {
  const seen = played.flatMap(({ shown }) => shown.flatMap(listStrings)).map(toSource);
  const texts = listTexts(ENGLISH, []).filter(({ key }) => !ELSEWHERE.some((start) => key.startsWith(start)));
  const unseen = texts.filter(({ text }) => !isSeen(text, seen)).map(({ key }) => key);
  const excuses = Object.values(NOT_SHOWN).flat();
  // An excuse for what an exhibit shows by now has to go.
  const idle = excuses.filter((start) => !unseen.some((key) => key.startsWith(start)));
  return [
    ...unseen.filter((key) => !excuses.some((start) => key.startsWith(start))),
    ...idle.map((start) => `${start}: is shown, or is no text`),
  ];
}

/** Texts that Discord shows outside messages and forms, and those that name what is wrong with a file, one of many. */
const ELSEWHERE = ['commands.', 'problems.', 'leftOut.'];

interface KeyedText {
  readonly key: string;
  readonly text: string;
}

function listTexts(tree: unknown, path: readonly string[]): readonly KeyedText[] {
  if (typeof tree === 'string') return [{ key: path.join('.'), text: tree }];
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, below]) => listTexts(below, [...path, key]));
}

/** Returns whether the words of a text stand in one of these strings, in their order, with anything in place of its arguments. */
function isSeen(text: string, seen: readonly string[]): boolean {
  const literals = listLiterals(parse(text, { ignoreTag: true }));
  return seen.some((each) => {
    let from = 0;
    return literals.every((literal) => {
      const at = each.indexOf(literal, from);
      from = at + literal.length;
      return at >= 0;
    });
  });
}

/** The words outside of arguments; of a message that is nothing but a choice, those of its last option, which counts several. */
function listLiterals(elements: readonly MessageFormatElement[]): readonly string[] {
  const literals = elements.flatMap((element) =>
    element.type === TYPE.literal && /\p{L}/u.test(element.value) ? [element.value] : [],
  );
  if (literals.length > 0) return literals;
  const [choice] = elements.flatMap((element) =>
    element.type === TYPE.plural || element.type === TYPE.select ? [element] : [],
  );
  const options = Object.values(choice?.options ?? {}).map(({ value }) => listLiterals(value).join(''));
  // Singular and plural begin alike.
  return options.length === 0 ? [] : [commonStart(options)];
}

function commonStart([first = '', ...others]: readonly string[]): string {
  let length = first.length;
  while (!others.every((other) => other.startsWith(first.slice(0, length)))) length -= 1;
  return first.slice(0, length);
}

/** Returns a text as it stands in the source: commands that a message links as code, and nothing escaped. */
function toSource(text: string): string {
  return text.replace(/<\/([^:>]+):\d+>/gu, '`/$1`').replace(/\\(?=[^\w\s])/gu, '');
}

/** Everything that people read in a message or a form. */
function listStrings(shown: ShownMessage | OpenedForm): readonly string[] {
  const parts = 'form' in shown ? shown.form.components : shown.message.components;
  const top = 'form' in shown ? [shown.form.title ?? ''] : [shown.message.content];
  return [
    ...top,
    ...listComponents(parts).flatMap(({ component }) => {
      const { content, label, placeholder, options = [] } = component;
      return [
        content,
        label,
        placeholder,
        ...options.flatMap((option) => [option.label, option.description]),
      ].filter((text) => text !== undefined);
    }),
  ];
}
