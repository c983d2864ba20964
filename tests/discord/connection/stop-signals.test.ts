import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import { waitForStopSignal } from '../../../src/discord/connection/stop-signals.ts';

/** A process that notes how it would end, with a clock and a parent that the test moves. */
class MadeUpProcess extends EventEmitter {
  ppid = 10;
  nowMs = 0;
  readonly exits: number[] = [];
  #look = (): void => undefined;

  exit(code: number): void {
    this.exits.push(code);
  }

  stopSignal({ followsParent = false } = {}): Promise<NodeJS.Signals> {
    const repeat = (look: () => void): void => {
      this.#look = look;
    };
    return waitForStopSignal({ process: this, nowMs: () => this.nowMs, repeat, followsParent });
  }

  lookAfterParent(): void {
    this.#look();
  }
}

describe('firstStopSignal', () => {
  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'is told of %s, and does not end the process',
    async (signal) => {
      const made = new MadeUpProcess();
      const stop = made.stopSignal();
      made.emit(signal);
      expect(await stop).toBe(signal);
      expect(made.exits).toEqual([]);
    },
  );

  test.each([
    ['SIGTERM', 'SIGTERM', 143],
    ['SIGTERM', 'SIGINT', 130],
    ['SIGINT', 'SIGTERM', 143],
    ['SIGINT', 'SIGHUP', 129],
  ])('%s, and then %s, ends the process at once', (first, second, status) => {
    const made = new MadeUpProcess();
    void made.stopSignal();
    made.emit(first);
    made.emit(second);
    expect(made.exits).toEqual([status]);
  });

  test('Ctrl-C comes from the terminal and from npm, and is one wish; the next one ends the process', () => {
    const made = new MadeUpProcess();
    void made.stopSignal();
    made.emit('SIGINT');
    made.nowMs = 100;
    made.emit('SIGINT');
    expect(made.exits).toEqual([]);
    made.nowMs = 301;
    made.emit('SIGINT');
    expect(made.exits).toEqual([130]);
  });

  test('the end of npm is a signal, once', async () => {
    const made = new MadeUpProcess();
    const stop = made.stopSignal({ followsParent: true });
    made.lookAfterParent();
    made.ppid = 1;
    made.lookAfterParent();
    made.lookAfterParent();
    expect(await stop).toBe('SIGHUP');
    expect(made.exits).toEqual([]);
  });

  test('the end of a parent that is not npm is none: `node dist/main.js start &` outlives its shell', () => {
    const made = new MadeUpProcess();
    void made.stopSignal();
    made.ppid = 1;
    made.lookAfterParent();
    made.emit('SIGTERM');
    expect(made.exits).toEqual([]);
  });
});
