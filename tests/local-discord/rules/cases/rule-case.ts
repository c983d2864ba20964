/** A body that breaks the rule, and one close to it that Discord (or Footnote) is content with. */
export interface RuleCase {
  readonly rule: string;
  readonly refused: unknown;
  readonly accepted: unknown;
}

export const repeat = <Item>(count: number, make: (at: number) => Item): readonly Item[] =>
  Array.from({ length: count }, (_, at) => make(at));
