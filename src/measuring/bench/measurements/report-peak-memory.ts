import { readFileSync, writeSync } from 'node:fs';

/** Loaded before a process's own code (`node --import`). When the process exits, writes its peak memory in KB to file descriptor 3. */
process.on('exit', () => {
  writeSync(3, String(readKernelPeak() ?? process.resourceUsage().maxRSS));
});

/** Asks the kernel, because on Linux `maxRSS` starts with the size of the process that started this one. */
function readKernelPeak(): string | undefined {
  try {
    return /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}
