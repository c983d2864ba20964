import { readFileSync } from 'node:fs';

/** Returns whether a process with this number runs on this host. A process that has ended and waits for its parent does not count. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0) && !hasEnded(pid);
  } catch (error) {
    // Another user's process may not be signalled, but runs.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** On Linux, a process that has ended keeps its number until its parent asks for its status; in some containers the parent never does. */
function hasEnded(pid: number): boolean {
  try {
    // The state follows the name, which may hold anything but ends with the last parenthesis.
    return /^\) [ZX]/.test(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*(?=\))/s, ''));
  } catch {
    return false;
  }
}
