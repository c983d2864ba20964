/** Whoever closes the pipe has read enough, as `… | head -1` does: the process then ends quietly, with 0. A full disk is told, and ends it with 1. */
export function endQuietlyWhenClosed(output: NodeJS.WriteStream): void {
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    process.stderr.write(`The output cannot be written (${error.code ?? error.message}).\n`);
    process.exit(1);
  });
}
