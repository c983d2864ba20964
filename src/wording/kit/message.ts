import { IntlMessageFormat, type Options } from 'intl-messageformat';

/**
 * The arguments of an ICU message, by name: `{days, plural, one {# day of {name}} other {…}}` needs a number `days` and a text `name`.
 * Plain arguments take texts and numbers, which stand in the result exactly as they are. The type follows the braces, so a source text
 * must not quote any with apostrophes.
 *
 * @see https://unicode-org.github.io/icu/userguide/format_parse/messages/
 */
export type MessageArguments<Text extends string> = Flat<InMessage<Text, unknown>>;

type Flat<Arguments> = { readonly [Name in keyof Arguments]: Arguments[Name] };

/** Between the braces of an argument, or outside of all. */
type InMessage<Text extends string, Found> = Text extends `${infer Before}{${infer After}`
  ? Before extends `${string}}${string}`
    ? AfterOption<Text, Found>
    : After extends `${infer Head}}${infer Tail}`
      ? Head extends `${infer Name},${infer Kind}`
        ? Kind extends `${infer Choice},${string}{${string}`
          ? InOptions<WithoutStart<After, `${Name},${Choice},`>, Found & Argument<Name, Trim<Choice>>>
          : InMessage<Tail, Found & Argument<Name, Trim<FirstWord<Kind>>>>
        : InMessage<Tail, Found & Argument<Head, 'text'>>
      : Found
  : AfterOption<Text, Found>;

/** Behind the message of an option: another option, or the end of the argument. */
type AfterOption<Text extends string, Found> = Text extends `${string}}${infer After}`
  ? InOptions<After, Found>
  : Found;

type InOptions<Text extends string, Found> = Text extends `${infer Before}}${infer After}`
  ? Before extends `${string}{${string}`
    ? Text extends `${string}{${infer Message}`
      ? InMessage<Message, Found>
      : Found
    : InMessage<After, Found>
  : Found;

type Argument<Name extends string, Kind extends string> = {
  readonly [Key in Name]: Kind extends 'plural' | 'selectordinal' | 'number'
    ? number
    : Kind extends 'select'
      ? string | boolean
      : string | number;
};

type WithoutStart<Text extends string, Start extends string> = Text extends `${Start}${infer Rest}`
  ? Rest
  : never;
type FirstWord<Text extends string> = Text extends `${infer Word},${string}` ? Word : Text;
type Trim<Text extends string> = Text extends ` ${infer Rest}`
  ? Trim<Rest>
  : Text extends `${infer Rest} `
    ? Trim<Rest>
    : Text;

/** What fills the arguments of a message. */
export type MessageValues = Readonly<Record<string, string | number | boolean>>;

/**
 * Numbers without a style, such as `#`, have no separators: `12345`. `{count, number, integer}` has the language's own: `12,345`.
 * Texts that members wrote may hold `<…>`, and so may ours (`<@1>`), so tags have no meaning.
 */
const OPTIONS: Options = {
  ignoreTag: true,
  formatters: {
    getNumberFormat: (tag, style) =>
      readOrBuild(
        NUMBERS,
        `${String(tag)} ${style !== undefined}`,
        () => new Intl.NumberFormat(tag, style === undefined ? { useGrouping: false } : {}),
      ),
    getPluralRules: (tag, options) =>
      readOrBuild(PLURALS, `${String(tag)} ${options?.type}`, () => new Intl.PluralRules(tag, options)),
    getDateTimeFormat: (...args) => new Intl.DateTimeFormat(...args),
  },
};

/** A few for each language; to build one takes longer than to fill in a message. */
const NUMBERS = new Map<string, Intl.NumberFormat>();
const PLURALS = new Map<string, Intl.PluralRules>();

function readOrBuild<Built>(built: Map<string, Built>, key: string, build: () => Built): Built {
  const known = built.get(key);
  if (known !== undefined) return known;
  const fresh = build();
  built.set(key, fresh);
  return fresh;
}

/** Returns a function that fills in an ICU message in the language of a BCP 47 tag. It parses the message at the first call. */
export function compileMessage(text: string, tag: string): (values?: MessageValues) => string {
  let message: IntlMessageFormat | null = null;
  return (values = {}) => {
    message ??= new IntlMessageFormat(text, tag, undefined, OPTIONS);
    return String(message.format({ ...values }));
  };
}

/** A text of a language, or a function that needs no more than `Values`. */
export type TextFor<Values> = string | ((values: Values) => string);

/** Returns a text, filled in where it takes arguments. */
export function fillText<Values>(text: TextFor<Values>, values: Values): string {
  return typeof text === 'string' ? text : text(values);
}
