/** Returns Node's code of a failed operation (`ENOENT`), or the message of any other error, or the thrown value as text. */
export function readErrorCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.message : String(error);
}
