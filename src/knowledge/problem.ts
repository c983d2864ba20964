import type { Problem } from './article.ts';

/** A {@link Problem} before it is known in which file. */
export type Flaw = Omit<Problem, 'path'>;

interface FlawText {
  readonly line?: number | null;
  readonly message: string;
  readonly remedy: string;
}

/** The file cannot be an article because of this. `line` is null unless given. */
export function skipped({ line = null, message, remedy }: FlawText): Flaw {
  return { kind: 'skipped', line, message, remedy };
}

/** The file is an article without the part that this tells of. `line` is null unless given. */
export function warning({ line = null, message, remedy }: FlawText): Flaw {
  return { kind: 'warning', line, message, remedy };
}
