/** Whoever closes the pipe has read enough, as `… | head -1` does: the process then ends quietly, with 0. */
export function endQuietlyWhenClosed(output: NodeJS.WriteStream): void {
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}
