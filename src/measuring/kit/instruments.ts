/** The clock, the memory and the progress line that the measurements use. */
export interface Instruments {
  /** Milliseconds that never decrease, from any start. */
  readonly nowMs: () => number;
  /** Collects all garbage before it returns. */
  readonly collectGarbage: () => void;
  /** Returns how many bytes are held now: the JavaScript heap and what it keeps outside itself. */
  readonly heldBytes: () => number;
  /** Called with what is measured next. */
  readonly onStep: (what: string) => void;
}
