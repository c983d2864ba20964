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
