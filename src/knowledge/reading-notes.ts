import { type Flaw, warning } from './problem.ts';

/** Of what nothing is dropped without a line that says so; one warning a kind. */
type Kind =
  | 'struck'
  | 'turned'
  | 'long-heading'
  | 'long-html'
  | 'open-comment'
  | 'open-element'
  | 'extra-cells'
  | 'unused-footnote';

const WORDS: Readonly<Record<Kind, { readonly message: string; readonly remedy: string }>> = {
  struck: {
    message: 'Struck-out text is never quoted',
    remedy: 'Nothing has to be done; take the marks away where the text still holds.',
  },
  turned: {
    message: 'Characters that turn the direction of writing and that nobody sees were left out',
    remedy: 'Delete them where the text is not meant to run the other way.',
  },
  'long-heading': {
    message: 'A heading longer than 300 characters was cut',
    remedy: 'Shorten it, and check that it is not a paragraph of the text.',
  },
  'long-html': {
    message: 'HTML with more than 5,000 tags in one piece was not read',
    remedy: 'Put blank lines between its parts, or write it as Markdown.',
  },
  'open-comment': {
    message: 'The comment that begins here is never closed, so nothing below it is read',
    remedy: 'Close it with “-->”.',
  },
  'open-element': {
    message:
      'A tag that hides what follows it, such as “<div hidden>” or “<script>”, is never closed, so what stands below it is not read',
    remedy: 'Close it, as with “</div>” or “</script>”, or delete it.',
  },
  'extra-cells': {
    message: 'Table cells beyond the columns of the table’s head were left out',
    remedy: 'Add a column to the head and to the line below it; write “\\|” for a bar inside a cell.',
  },
  'unused-footnote': {
    message: 'A footnote that nothing refers to, or whose label stands twice, was left out',
    remedy: 'Put its mark, such as “[^1]”, into the text, or delete it.',
  },
};

/** Collects what was left out of an article, each with its line. */
export class ReadingNotes {
  readonly #lines = new Map<Kind, number[]>();

  add(kind: Kind, line: number): void {
    const lines = this.#lines.get(kind);
    if (lines === undefined) this.#lines.set(kind, [line]);
    else if (lines.at(-1) !== line) lines.push(line);
  }

  /** A warning for each kind with the first of its lines, in their order. */
  flaws(): readonly Flaw[] {
    return [...this.#lines].map(([kind, lines]) => {
      const { message, remedy } = WORDS[kind];
      const more = lines.length === 1 ? '' : `, on this line and ${lines.length - 1} more`;
      return warning({ line: lines[0] ?? null, message: `${message}${more}.`, remedy });
    });
  }
}
