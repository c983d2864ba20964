/** A body that breaks the rule, and a similar one that Discord (or Footnote) accepts. */
export interface RuleCase {
  readonly rule: string;
  readonly refused: unknown;
  readonly accepted: unknown;
}

export const repeat = <Item>(count: number, make: (at: number) => Item): readonly Item[] =>
  Array.from({ length: count }, (_, at) => make(at));
