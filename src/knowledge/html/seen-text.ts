import { hasTurningMarks, removeUnseen } from '../../text/layout/printable.ts';
import type { Picture } from '../article/article.ts';
import type { LeftOut } from '../article/problem.ts';
import type { InlineText } from '../paragraphs/paragraphs.ts';
import type { HtmlVisitor } from './html-tags.ts';
import { InlineMarks, removeMarks } from './inline-marks.ts';
import { lowerText, raiseText } from './raised-text.ts';

type Look = 'plain' | 'hidden' | 'struck' | 'raised' | 'lowered';

interface OpenElement {
  readonly name: string;
  readonly look: Look;
  /** The line of its opening tag. */
  readonly line: number;
  /** The mark before the words of a link; empty for all other elements. */
  readonly linkMark: string;
}

const LOOKS: Readonly<Record<string, Look>> = {
  del: 'struck',
  s: 'struck',
  strike: 'struck',
  sup: 'raised',
  sub: 'lowered',
};
/** Elements that browsers do not show, or whose text is not part of the article. */
const HIDDEN = new Set(
  'audio canvas datalist embed head iframe noembed noframes noscript object script select style svg template textarea title video'.split(
    ' ',
  ),
);
const VOID = new Set('area base br col embed frame hr img input link meta param source track wbr'.split(' '));
const HIDING_STYLE =
  /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?:opacity|font-size)\s*:\s*0(?:px|em|rem|%|\.0+)?\s*(?:!|;|$)/i;
const STRIKING_STYLE = /text-decoration(?:-line)?\s*:[^;]*line-through/i;
/** An opened element closes an unclosed element of these names, but not beyond an element that may contain it. */
const ENDS: Readonly<
  Record<string, { readonly names: readonly string[]; readonly within: readonly string[] }>
> = {
  li: { names: ['li'], within: ['ul', 'ol', 'menu'] },
  dt: { names: ['dt', 'dd'], within: ['dl'] },
  dd: { names: ['dt', 'dd'], within: ['dl'] },
  tr: { names: ['tr'], within: ['table'] },
  td: { names: ['td', 'th'], within: ['tr', 'table'] },
  th: { names: ['td', 'th'], within: ['tr', 'table'] },
  p: { names: ['p'], within: ['div', 'li', 'td', 'th', 'blockquote', 'section', 'details', 'article'] },
};
/**
 * Deeper than any page. Deeper elements are read but not remembered, so that the search for the element that a tag
 * closes stays cheap.
 */
const MAX_DEPTH = 200;

/**
 * Collects the visible text between tags: without hidden or struck-out text, with raised and lowered text marked. The
 * text comes in portions. Elements stay open between them, as `<div hidden>` does around the paragraphs below it.
 */
export class SeenText implements HtmlVisitor {
  readonly #open: OpenElement[] = [];
  readonly #marks = new InlineMarks();
  /** The text of each open raised or lowered element, innermost last, after the text outside all of them. */
  #texts: JoinedText[] = [new JoinedText()];
  #tooDeep = 0;
  #hidden = 0;
  #struck = 0;
  #isAfterGap = false;
  #hasStruck = false;
  #isTurned = false;
  #unclosed: number[] = [];

  /** Number of open elements. */
  get depth(): number {
    return this.#open.length;
  }

  get isHidden(): boolean {
    return this.#hidden > 0;
  }

  get isStruck(): boolean {
    return this.#struck > 0 && this.#hidden === 0;
  }

  /** Returns whether an element of this name is open. */
  isInside(name: string): boolean {
    return this.#open.some((element) => element.name === name);
  }

  /** Counts the open elements of these names. */
  countOpen(names: ReadonlySet<string>): number {
    return this.#open.filter(({ name }) => names.has(name)).length;
  }

  open(name: string, attributes: ReadonlyMap<string, string>, line: number): void {
    if (name === 'br') this.addText('\n');
    if (name === 'input') this.addText(renderCheckbox(attributes));
    if (name === 'img') this.#appendMark(this.#marks.addPicture(readPicture(attributes)));
    if (VOID.has(name)) return;
    const ends = ENDS[name];
    if (ends !== undefined) this.#endOpen(ends);
    if (this.#open.length >= MAX_DEPTH) {
      this.#tooDeep += 1;
      return;
    }
    const look = chooseLook(name, attributes);
    const linkMark =
      name === 'a' && look === 'plain' ? this.#marks.addLink(attributes.get('href') ?? '') : '';
    this.#appendMark(linkMark);
    this.#open.push({ name, look, line, linkMark });
    if (look === 'hidden') this.#hidden += 1;
    if (look === 'struck') this.#struck += 1;
    if (look === 'raised' || look === 'lowered') this.#texts.push(new JoinedText());
  }

  close(name: string): void {
    if (name === 'br') this.addText('\n');
    if (this.#tooDeep > 0) {
      this.#tooDeep -= 1;
      return;
    }
    const index = this.#open.findLastIndex((element) => element.name === name);
    if (index >= 0) this.#closeTo(index);
  }

  /** Closes all open elements except the first `depth`, because the block around the others ends. */
  closeDownTo(depth: number): void {
    const outermostHidden = this.#open.findIndex(({ look }) => look === 'hidden');
    const element = outermostHidden < depth ? undefined : this.#open[outermostHidden];
    if (element !== undefined) this.#unclosed.push(element.line);
    this.#closeTo(depth);
  }

  /** Returns the lines of hidden elements that were never closed, since the last call. */
  takeUnclosed(): readonly number[] {
    const lines = this.#unclosed;
    this.#unclosed = [];
    return lines;
  }

  #closeTo(depth: number): void {
    this.#tooDeep = 0;
    for (
      let last = this.#open.at(-1);
      last !== undefined && this.#open.length > depth;
      last = this.#open.at(-1)
    ) {
      this.#open.pop();
      if (last.look === 'hidden') this.#hidden -= 1;
      if (last.look === 'struck') this.#struck -= 1;
      if (last.look === 'raised' || last.look === 'lowered') this.#endShifted(last.look);
      if (last.linkMark !== '') this.#appendMark(this.#marks.linkEnd);
    }
  }

  addText(text: string): void {
    if (this.#hidden > 0 || this.#struck > 0) {
      if (this.isStruck && text.trim() !== '') this.#hasStruck = true;
      this.#isAfterGap = true;
      return;
    }
    if (text !== '') this.#append(removeMarks(text));
  }

  /** Readers cannot follow a hidden link or see a hidden picture. */
  #appendMark(mark: string): void {
    if (this.#hidden === 0 && this.#struck === 0) this.#texts.at(-1)?.append(mark);
  }

  /** Notes that something invisible is here, such as a comment. */
  markGap(): void {
    this.#isAfterGap = true;
  }

  /** Returns the visible text since the last call, tidied, with its links and pictures. */
  take(tidy: (text: string) => string): InlineText {
    while (this.#texts.length > 1) this.#endShifted(this.#findInnermostShift());
    const [text] = this.#texts;
    const shifted = this.#open.filter(({ look }) => look === 'raised' || look === 'lowered');
    this.#texts = [new JoinedText(), ...shifted.map(() => new JoinedText())];
    this.#isAfterGap = false;
    // A link may continue over several paragraphs.
    this.#appendMark(this.#open.findLast(({ linkMark }) => linkMark !== '')?.linkMark ?? '');
    const whole = text?.toText() ?? '';
    if (hasTurningMarks(whole)) this.#isTurned = true;
    return this.#marks.read(removeUnseen(whole), tidy);
  }

  /** Returns what was left out of the text since the last call. */
  takeLeftOut(): readonly LeftOut[] {
    const leftOut: LeftOut[] = [];
    if (this.#hasStruck) leftOut.push({ code: 'struck' });
    if (this.#isTurned) leftOut.push({ code: 'turned' });
    this.#hasStruck = false;
    this.#isTurned = false;
    return leftOut;
  }

  /** Appends text. Where something was left out, the white space on one side is removed with it. */
  #append(text: string): void {
    const before = this.#texts.at(-1);
    const isJoint = this.#isAfterGap;
    this.#isAfterGap = false;
    if (isJoint && /^[.,;:!?)\]]/.test(text)) before?.trimEnd();
    const follows = !isJoint || /\S/.test(before?.lastCharacter ?? '');
    before?.append(follows ? text : text.trimStart());
    // Only white space was appended, so the next text is still at the gap.
    if (isJoint && text.trim() === '') this.#isAfterGap = true;
  }

  #endShifted(look: 'raised' | 'lowered'): void {
    const text = removeMarks(this.#texts.pop()?.toText() ?? '');
    const before = this.#texts.at(-1);
    const shift = look === 'raised' ? raiseText : lowerText;
    before?.append(shift(text, before.lastCharacter));
  }

  #findInnermostShift(): 'raised' | 'lowered' {
    const shifted = this.#open
      .map(({ look }) => look)
      .filter((look) => look === 'raised' || look === 'lowered');
    return shifted[this.#texts.length - 2] ?? 'raised';
  }

  #endOpen({
    names,
    within,
  }: {
    readonly names: readonly string[];
    readonly within: readonly string[];
  }): void {
    const index = this.#open.findLastIndex(({ name }) => names.includes(name) || within.includes(name));
    if (index >= 0 && names.includes(this.#open[index]?.name ?? '')) this.#closeTo(index);
  }
}

function chooseLook(name: string, attributes: ReadonlyMap<string, string>): Look {
  const style = attributes.get('style') ?? '';
  if (HIDDEN.has(name) || isClosed(name, attributes) || HIDING_STYLE.test(style)) return 'hidden';
  return STRIKING_STYLE.test(style) ? 'struck' : (LOOKS[name] ?? 'plain');
}

/** Returns whether an element stays hidden until a script opens it. Readers can open a closed `<details>` themselves. */
function isClosed(name: string, attributes: ReadonlyMap<string, string>): boolean {
  return (
    attributes.has('hidden') || attributes.has('popover') || (name === 'dialog' && !attributes.has('open'))
  );
}

function readPicture(attributes: ReadonlyMap<string, string>): Picture {
  return { address: attributes.get('src') ?? '', alternative: attributes.get('alt') ?? '' };
}

function renderCheckbox(attributes: ReadonlyMap<string, string>): string {
  if (attributes.get('type')?.toLowerCase() !== 'checkbox') return '';
  return attributes.has('checked') ? '☑ ' : '☐ ';
}

/** A text that grows at its end. A single string would be copied each time its end is examined. */
export class JoinedText {
  /** Never contains an empty string. */
  readonly #parts: string[] = [];

  /** Empty where there is no text. */
  get lastCharacter(): string {
    return this.#parts.at(-1)?.at(-1) ?? '';
  }

  append(text: string): void {
    if (text !== '') this.#parts.push(text);
  }

  trimEnd(): void {
    for (let last = this.#parts.pop(); last !== undefined; last = this.#parts.pop()) {
      const trimmed = last.trimEnd();
      if (trimmed === '') continue;
      this.#parts.push(trimmed);
      return;
    }
  }

  toText(): string {
    return this.#parts.join('');
  }
}

/** Trims `text` and each of its lines. */
export function tidyLines(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.join('\n').trim();
}
