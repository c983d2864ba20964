/**
 * Time to parse each kind of syntax, in microseconds on a busy machine of 2026. Measured on texts of 8, 16 and 32 KB
 * that hold nothing else. In such texts the time grows with the length. Only setext headings take four times as long
 * at twice the length.
 */
const COSTS = {
  char: 0.35,
  line: 20,
  listItem: 90,
  /** At the start of a line, where it may open a quote inside a quote. */
  quoteMark: 60,
  greaterThan: 8,
  mark: 12,
  bracket: 35,
  tag: 66,
  bar: 20,
  underline: 170,
  heading: 130,
  /** After a blank line or a heading. 50,000 paragraphs of one digit took over two seconds. */
  paragraph: 60,
};
/**
 * Within a paragraph, marks take time with the square of their number (33,000 took 38 s). So do short lines (133,000
 * took 13 s).
 */
const COST_OF_TWO_MARKS = 0.035;
const COST_OF_TWO_LINES = 0.0008;
/** So do lines that continue a list item or a quote without its indentation or mark (8,000 took 5 s). */
const COST_OF_TWO_LAZY_LINES = 0.075;

const BULLET = /^ {0,3}[-*+][ \t]/;
const CONTAINERS = /^(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$))*/;
const ITEM = /[-*+.)]/g;
const HEADING = /^ {0,3}#{1,6}(?:[ \t]|$)/;
/** The start of a line whose cost is that of its containers. */
const CONTAINED = /^[ \t]*(?:[>*+-]|\d{1,9}[.)])/;
const UNDERLINE = /^[ \t>]*(?:=+|-+)[ \t]*$/;

/**
 * Estimates the time to parse `markdown` in one piece, in microseconds. The estimate itself takes a hundredth of that
 * time.
 */
export function estimateCost(markdown: string): number {
  let cost = 0;
  let run = new Run();
  let isBehindBlock = true;
  for (const line of markdown.split('\n')) {
    const isBlank = /^[ \t]*$/.test(line);
    if (isBlank || BULLET.test(line)) {
      cost += run.estimate();
      run = new Run();
    }
    const { inline, linear } = estimateMarks(line);
    run.add(line, inline);
    cost += COSTS.line / (isBlank ? 4 : 1) + line.length * COSTS.char + linear + estimateContainers(line);
    if (!isBlank && UNDERLINE.test(line)) cost += COSTS.underline;
    const isHeading = HEADING.test(line);
    if (isHeading) cost += COSTS.heading;
    else if (isBehindBlock && !isBlank && !CONTAINED.test(line)) cost += COSTS.paragraph;
    isBehindBlock = isHeading || isBlank;
  }
  return cost + run.estimate();
}

/** The lines from a blank line or a list item to the next, which may be one paragraph. */
class Run {
  #lines = 0;
  #marks = 0;
  #lazyLines = 0;
  #isInContainer = false;

  add(line: string, marks: number): void {
    this.#lines += 1;
    this.#marks += marks;
    if (CONTAINED.test(line)) this.#isInContainer = true;
    else if (this.#isInContainer && !/^[ \t]/.test(line)) this.#lazyLines += 1;
  }

  /** Returns what grows with the square of the length, in microseconds. */
  estimate(): number {
    return (
      this.#marks ** 2 * COST_OF_TWO_MARKS +
      this.#lines ** 2 * COST_OF_TWO_LINES +
      this.#lazyLines ** 2 * COST_OF_TWO_LAZY_LINES
    );
  }
}

/**
 * Estimates the cost of list and quote marks. They may follow each other on a line, but never follow text, so only the
 * beginning of a long line counts.
 */
function estimateContainers(line: string): number {
  const beginning = CONTAINERS.exec(line.slice(0, 400))?.[0] ?? '';
  const quotes = beginning.split('>').length - 1;
  return (beginning.match(ITEM)?.length ?? 0) * COSTS.listItem + quotes * COSTS.quoteMark;
}

function estimateMarks(line: string): { readonly inline: number; readonly linear: number } {
  let inline = 0;
  let linear = 0;
  for (let index = 0; index < line.length; index += 1) {
    const cost = MARK_COSTS.get(line.charCodeAt(index));
    if (cost === undefined) continue;
    linear += cost;
    if (INLINE.has(line.charCodeAt(index))) inline += 1;
  }
  return { inline, linear };
}

const INLINE: ReadonlySet<number> = new Set(Array.from('*_[]~`<!', (mark) => mark.charCodeAt(0)));
const MARK_COSTS: ReadonlyMap<number, number> = new Map([
  ...Array.from('*_~`\\&!', (mark) => [mark.charCodeAt(0), COSTS.mark] as const),
  ...Array.from('[]', (mark) => [mark.charCodeAt(0), COSTS.bracket] as const),
  ['<'.charCodeAt(0), COSTS.tag],
  ['|'.charCodeAt(0), COSTS.bar],
  ['>'.charCodeAt(0), COSTS.greaterThan],
]);
