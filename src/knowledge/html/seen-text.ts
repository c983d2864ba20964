import type { Picture } from '../article/article.ts';
import type { LeftOut } from '../article/problem.ts';
import { hasTurningMarks, removeUnseen } from '../article/unseen-characters.ts';
import type { InlineText } from '../paragraphs/paragraphs.ts';
import type { HtmlReader } from './html-tags.ts';
import { InlineMarks, removeMarks } from './inline-marks.ts';
import { lowerText, raiseText } from './raised-text.ts';

type Look = 'plain' | 'hidden' | 'struck' | 'raised' | 'lowered';

interface OpenElement {
  readonly name: string;
  readonly look: Look;
  /** On which it was opened. */
  readonly line: number;
  /** What stands before its words where they are linked; else empty. */
  readonly linkMark: string;
}

const LOOKS: Readonly<Record<string, Look>> = {
  del: 'struck',
  s: 'struck',
  strike: 'struck',
  sup: 'raised',
  sub: 'lowered',
};
/** What browsers show nothing of, or what is no text of the article's. */
const HIDDEN = new Set(
  'audio canvas datalist embed head iframe noembed noframes noscript object script select style svg template textarea title video'.split(
    ' ',
  ),
);
const VOID = new Set('area base br col embed frame hr img input link meta param source track wbr'.split(' '));
const HIDING_STYLE =
  /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?:opacity|font-size)\s*:\s*0(?:px|em|rem|%|\.0+)?\s*(?:!|;|$)/i;
const STRIKING_STYLE = /text-decoration(?:-line)?\s*:[^;]*line-through/i;
/** An element that is opened ends one of these names that was left open, up to one that may hold it. */
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
/** Deeper than any page; elements below it are read and not held, so that searching for what a tag closes stays cheap. */
const MAX_DEPTH = 200;

/**
 * What a reader sees of text between tags: nothing of what is hidden or struck out, raised and lowered text told from the rest. It is
 * handed over in portions; elements stay open between them, as `<div hidden>` does over the paragraphs below it.
 */
export class SeenText implements HtmlReader {
  readonly #open: OpenElement[] = [];
  readonly #marks = new InlineMarks();
  /** The text of the innermost raised or lowered element last; the first is that of none. */
  #texts: JoinedText[] = [new JoinedText()];
  #tooDeep = 0;
  #hidden = 0;
  #struck = 0;
  #isAfterGap = false;
  #hasStruck = false;
  #isTurned = false;
  #unclosed: number[] = [];

  /** How many elements are open. */
  get depth(): number {
    return this.#open.length;
  }

  get isHidden(): boolean {
    return this.#hidden > 0;
  }

  get isStruck(): boolean {
    return this.#struck > 0 && this.#hidden === 0;
  }

  /** Whether an element of this name is open. */
  isInside(name: string): boolean {
    return this.#open.some((element) => element.name === name);
  }

  /** How many elements of these names are open. */
  countOpen(names: ReadonlySet<string>): number {
    return this.#open.filter(({ name }) => names.has(name)).length;
  }

  open(name: string, attributes: ReadonlyMap<string, string>, line: number): void {
    if (name === 'br') this.addText('\n');
    if (name === 'input') this.addText(renderCheckbox(attributes));
    if (name === 'img') this.#mark(this.#marks.addPicture(readPicture(attributes)));
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
    this.#mark(linkMark);
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

  /** Ends what stands around all elements but the first `depth`, which closes those that were left open. */
  closeDownTo(depth: number): void {
    const outermostHidden = this.#open.findIndex(({ look }) => look === 'hidden');
    const element = outermostHidden < depth ? undefined : this.#open[outermostHidden];
    if (element !== undefined) this.#unclosed.push(element.line);
    this.#closeTo(depth);
  }

  /** The lines on which hidden elements were opened and never closed, since the last time. */
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
      if (last.linkMark !== '') this.#mark(this.#marks.linkEnd);
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

  /** Nobody follows a link that they do not see, nor sees such a picture. */
  #mark(mark: string): void {
    if (this.#hidden === 0 && this.#struck === 0) this.#texts.at(-1)?.append(mark);
  }

  /** Something that nobody sees stands here, such as a comment. */
  markGap(): void {
    this.#isAfterGap = true;
  }

  /** What is seen of the text since the last time, tidied, with what is linked and shown in it. */
  take(tidy: (text: string) => string): InlineText {
    while (this.#texts.length > 1) this.#endShifted(this.#innermostShifted());
    const [text] = this.#texts;
    const shifted = this.#open.filter(({ look }) => look === 'raised' || look === 'lowered');
    this.#texts = [new JoinedText(), ...shifted.map(() => new JoinedText())];
    this.#isAfterGap = false;
    // A link may go on over several paragraphs.
    this.#mark(this.#open.findLast(({ linkMark }) => linkMark !== '')?.linkMark ?? '');
    const whole = text?.toText() ?? '';
    if (hasTurningMarks(whole)) this.#isTurned = true;
    return this.#marks.read(removeUnseen(whole), tidy);
  }

  /** What was left out of the text since the last time. */
  takeLeftOut(): readonly LeftOut[] {
    const leftOut: LeftOut[] = [];
    if (this.#hasStruck) leftOut.push({ code: 'struck' });
    if (this.#isTurned) leftOut.push({ code: 'turned' });
    this.#hasStruck = false;
    this.#isTurned = false;
    return leftOut;
  }

  /** Where something was left out, the white space on one of its sides goes with it. */
  #append(text: string): void {
    const before = this.#texts.at(-1);
    const isJoint = this.#isAfterGap;
    this.#isAfterGap = false;
    if (isJoint && /^[.,;:!?)\]]/.test(text)) before?.trimEnd();
    const follows = !isJoint || /\S/.test(before?.lastCharacter ?? '');
    before?.append(follows ? text : text.trimStart());
    // Nothing but white space was joined: the next text stands at the gap as well.
    if (isJoint && text.trim() === '') this.#isAfterGap = true;
  }

  #endShifted(look: 'raised' | 'lowered'): void {
    const text = removeMarks(this.#texts.pop()?.toText() ?? '');
    const before = this.#texts.at(-1);
    const shift = look === 'raised' ? raiseText : lowerText;
    before?.append(shift(text, before.lastCharacter));
  }

  #innermostShifted(): 'raised' | 'lowered' {
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

/** What is not shown until a script opens it. A closed `<details>` is opened by its reader. */
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

/** A text that grows at its end. Held as one string, it would be copied each time that its end is looked at. */
export class JoinedText {
  /** None of them is empty. */
  readonly #parts: string[] = [];

  /** `''` where there is no text. */
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

/** `text` trimmed, and so is each of its lines. */
export function tidyLines(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.join('\n').trim();
}
