import { type FileProblem, type LeftOut, toWarning } from './problem.ts';

interface Found {
  readonly leftOut: LeftOut;
  readonly lines: number[];
}

/** Collects what was left out of an article, each with its line. */
export class LeftOutLog {
  readonly #found = new Map<LeftOut['code'], Found>();

  add(leftOut: LeftOut, line: number): void {
    const found = this.#found.get(leftOut.code);
    if (found === undefined) this.#found.set(leftOut.code, { leftOut, lines: [line] });
    else if (found.lines.at(-1) !== line) found.lines.push(line);
  }

  addAll(leftOut: readonly LeftOut[], line: number): void {
    for (const each of leftOut) this.add(each, line);
  }

  /** A warning for each code with the first of its lines, in their order. */
  toProblems(): readonly FileProblem[] {
    return [...this.#found.values()].map(({ leftOut, lines }) =>
      toWarning({ ...leftOut, moreLines: lines.length - 1 }, lines[0] ?? null),
    );
  }
}

/** What is told of lines that were to bring in other files. */
export function reportIncludes(lines: readonly number[]): readonly FileProblem[] {
  const notes = new LeftOutLog();
  for (const line of lines) notes.add({ code: 'not-included' }, line);
  return notes.toProblems();
}
