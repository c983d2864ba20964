import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';

/** What a message does with an argument. */
type ArgumentUse = 'text' | 'number' | 'plural' | 'select' | 'other';

export interface UsedArgument {
  readonly name: string;
  readonly use: ArgumentUse;
  /** The options of a `plural` or `select`, `=0` among them. */
  readonly options: readonly string[];
}

/**
 * Returns every use of an argument in an ICU message, those inside options among them; none for an empty text.
 *
 * @throws {SyntaxError} where the text is no ICU message
 */
export function readArguments(text: string): readonly UsedArgument[] {
  return usedIn(parse(text, { ignoreTag: true }));
}

function usedIn(elements: readonly MessageFormatElement[]): readonly UsedArgument[] {
  return elements.flatMap((element) => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
      case TYPE.tag:
        return [];
      case TYPE.argument:
        return [{ name: element.value, use: 'text', options: [] }];
      case TYPE.number:
        return [{ name: element.value, use: 'number', options: [] }];
      case TYPE.plural:
      case TYPE.select: {
        const { value: name, options } = element;
        const use = element.type === TYPE.plural ? 'plural' : 'select';
        const within = Object.values(options).flatMap(({ value }) => usedIn(value));
        return [{ name, use, options: Object.keys(options) } as const, ...within];
      }
      default:
        return [{ name: element.value, use: 'other', options: [] }];
    }
  });
}
