/** One part of a body that breaks a rule. The path starts at the body's root; it is empty for the whole body. */
export interface Breach {
  readonly path: readonly PropertyKey[];
  readonly detail: string;
}

/** A rule on bodies, which a pure function checks. */
export interface Rule<Body> {
  /** Stable name that tests and violation lists show. */
  readonly name: string;
  /** The code in Discord's nested `errors` object. */
  readonly code: string;
  /** Discord answers 400 to its own rules; a breach of Footnote's rules is recorded and the body accepted. */
  readonly refusedBy: 'discord' | 'footnote';
  /** Returns all breaches of this rule, in reading order; empty when the body keeps it. */
  readonly findBreaches: (body: Body) => readonly Breach[];
}

/** A breach together with the rule that found it. */
export interface BrokenRule extends Breach {
  readonly rule: string;
  readonly code: string;
  readonly refusedBy: 'discord' | 'footnote';
}

/** Runs the rules in order and returns every breach of every rule. */
export function applyRules<Body>(rules: readonly Rule<Body>[], body: Body): readonly BrokenRule[] {
  return rules.flatMap((rule) =>
    rule.findBreaches(body).map((breach) => ({
      ...breach,
      rule: rule.name,
      code: rule.code,
      refusedBy: rule.refusedBy,
    })),
  );
}

/** Defines a rule that Discord itself enforces. */
export function defineDiscordRule<Body>(
  name: string,
  code: string,
  findBreaches: (body: Body) => readonly Breach[],
): Rule<Body> {
  return { name, code, refusedBy: 'discord', findBreaches };
}

/** Defines a rule of Footnote's own that Discord does not require. */
export function defineFootnoteRule<Body>(
  name: string,
  findBreaches: (body: Body) => readonly Breach[],
): Rule<Body> {
  return { name, code: 'FOOTNOTE_RULE', refusedBy: 'footnote', findBreaches };
}

/** Returns a breach at `path` when the condition holds, else none. */
export function reportIf(isBroken: boolean, path: readonly PropertyKey[], detail: string): readonly Breach[] {
  return isBroken ? [{ path, detail }] : [];
}

/** Returns the length in code points, which Discord counts: an emoji outside the basic plane is one, not two. */
export function countCodePoints(text: string | undefined): number {
  return text === undefined ? 0 : Array.from(text).length;
}

/** Returns a breach when the text has more code points than `max`. */
export function checkLength(
  text: string | undefined,
  max: number,
  path: readonly PropertyKey[],
): readonly Breach[] {
  const length = countCodePoints(text);
  return reportIf(length > max, path, `${length} characters, at most ${max}`);
}

/** Returns the values that occur more than once, each once. */
export function findRepeated<Value>(values: readonly Value[]): readonly Value[] {
  const seen = new Set<Value>();
  const twice = new Set<Value>();
  for (const value of values) (seen.has(value) ? twice : seen).add(value);
  return [...twice];
}
