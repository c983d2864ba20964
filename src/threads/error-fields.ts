/** An error as plain data. */
export interface ErrorFields {
  readonly message: string;
  readonly stack: string;
}

/** What was thrown, whatever it is. */
export function toErrorFields(thrown: unknown): ErrorFields {
  const { message, stack = '' } = thrown instanceof Error ? thrown : new Error(String(thrown));
  return { message, stack };
}

/** An error that tells the same, of this thread's class. */
export function rebuildError({ message, stack }: ErrorFields): Error {
  const error = new Error(message);
  error.stack = stack;
  return error;
}
