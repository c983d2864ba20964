import { runEvaluate } from '../../../src/measuring/evaluation/evaluate-command.ts';
import { temporaryFolder } from '../../knowledge/temporary-folder.ts';

/** Content by name: a text as it is, anything else as JSON. */
export type Files = Readonly<Record<string, unknown>>;
type Cells = Readonly<Record<string, string>>;

/** Runs `evaluate` over files by name, `DIR` in the arguments standing for their folder; each look at the clock takes 1 ms. */
export async function evaluate(files: Files, ...args: readonly string[]) {
  return evaluateIn({}, files, args);
}

/** The same with its output in a window. */
export async function evaluateIn(
  window: { readonly isTTY?: boolean; readonly columns?: number },
  files: Files,
  args: readonly string[],
) {
  const folder = await temporaryFolder(textsOf(files));
  const written: string[] = [];
  const shown: string[] = [];
  let clock = 0;
  await runEvaluate(
    args.map((arg) => arg.replace('DIR', folder)),
    {
      output: { ...window, write: (text) => written.push(text) },
      progress: { isTTY: true, write: (text) => shown.push(text) },
      nowMs: () => clock++,
      encoders: null,
    },
  );
  return { text: written.join(''), rows: rowsOf(written.join('')), shown: shown.join('') };
}

/** What is written into the files. */
export function textsOf(files: Files): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(files).map(([name, content]) => [
      name,
      typeof content === 'string' ? content : JSON.stringify(content),
    ]),
  );
}

/** The cells of all tables by heading, a row a name. */
function rowsOf(text: string): readonly Cells[] {
  const rows = new Map<string, Cells>();
  for (const table of text.split(/\n(?!\|)/)) {
    const [headings = [], , ...body] = table
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map(cellsOf);
    for (const cells of body) {
      const name = cells[0] ?? '';
      const named = Object.fromEntries(cells.map((cell, column) => [headings[column], cell]));
      rows.set(name, { ...rows.get(name), ...named });
    }
  }
  return [...rows.values()];
}

function cellsOf(line: string): readonly string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}
