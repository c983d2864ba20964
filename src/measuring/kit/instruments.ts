/** What measuring needs from the outside. */
export interface Instruments {
  /** Milliseconds that only ever rise, from any start. */
  readonly nowMs: () => number;
  /** Collects all garbage before it returns. */
  readonly collectGarbage: () => void;
  /** Bytes that are held now, the JavaScript heap and what it keeps outside itself. */
  readonly heldBytes: () => number;
  /** Told what is being measured. */
  readonly onStep: (what: string) => void;
}
