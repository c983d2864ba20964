/** One place in a body that breaks a rule. The path leads from the body's root; empty when the whole body is meant. */
export interface Breach {
  readonly path: readonly PropertyKey[];
  readonly detail: string;
}

/** One thing that a body must not do, checked by a pure function. */
export interface Rule<Body> {
  /** Stable name that tests and violation lists show. */
  readonly name: string;
  /** The code in Discord's nested `errors` object. */
  readonly code: string;
  /** Discord answers 400 to its own rules; a breach of Footnote's rules is recorded and the body accepted. */
  readonly refusedBy: 'discord' | 'footnote';
  /** All breaches of this one rule, in reading order; empty when the body keeps it. */
  readonly breaches: (body: Body) => readonly Breach[];
}

/** A breach together with the rule that found it. */
export interface BrokenRule extends Breach {
  readonly rule: string;
  readonly code: string;
  readonly refusedBy: 'discord' | 'footnote';
}

/** Runs the rules in order and returns every breach of every rule. */
export function brokenRules<Body>(rules: readonly Rule<Body>[], body: Body): readonly BrokenRule[] {
  return rules.flatMap((rule) =>
    rule.breaches(body).map((breach) => ({
      ...breach,
      rule: rule.name,
      code: rule.code,
      refusedBy: rule.refusedBy,
    })),
  );
}

/** A rule that Discord itself enforces. */
export function discordRule<Body>(
  name: string,
  code: string,
  breaches: (body: Body) => readonly Breach[],
): Rule<Body> {
  return { name, code, refusedBy: 'discord', breaches };
}

/** A promise of Footnote that Discord does not ask for. */
export function footnoteRule<Body>(name: string, breaches: (body: Body) => readonly Breach[]): Rule<Body> {
  return { name, code: 'FOOTNOTE_RULE', refusedBy: 'footnote', breaches };
}

/** A breach at `path` when the condition holds, else nothing. */
export function breachIf(isBroken: boolean, path: readonly PropertyKey[], detail: string): readonly Breach[] {
  return isBroken ? [{ path, detail }] : [];
}

/** Length in code points, which is how Discord counts: an emoji outside the basic plane is one, not two. */
export function codePoints(text: string | undefined): number {
  return text === undefined ? 0 : Array.from(text).length;
}

/** A breach when the text has more code points than `max`. */
export function tooLong(
  text: string | undefined,
  max: number,
  path: readonly PropertyKey[],
): readonly Breach[] {
  const length = codePoints(text);
  return breachIf(length > max, path, `${length} characters, at most ${max}`);
}

/** The values that occur more than once, each named once. */
export function repeated<Value>(values: readonly Value[]): readonly Value[] {
  const seen = new Set<Value>();
  const twice = new Set<Value>();
  for (const value of values) (seen.has(value) ? twice : seen).add(value);
  return [...twice];
}
