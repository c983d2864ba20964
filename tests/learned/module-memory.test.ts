import { describe, expect, test } from 'vitest';
import { type ModuleMemory, roomFor } from '../../src/learned/module-memory.ts';

/** The types of Node.js leave WebAssembly to those of browsers. */
declare const WebAssembly: {
  readonly Memory: new (size: { readonly initial: number }) => ModuleMemory;
};

const PAGE = 65_536;

describe('the memory of a module', () => {
  test.each([
    [0, 1],
    [PAGE, 1],
    [PAGE + 1, 2],
    [5 * PAGE - 1, 5],
  ])('that must hold %i bytes has %i pages', (bytes, pages) => {
    const memory = new WebAssembly.Memory({ initial: 1 });
    expect(roomFor(bytes, memory).byteLength).toBe(pages * PAGE);
  });

  test('keeps what it holds when it grows', () => {
    const memory = new WebAssembly.Memory({ initial: 1 });
    new Uint8Array(memory.buffer)[9] = 7;
    expect(new Uint8Array(roomFor(2 * PAGE, memory))[9]).toBe(7);
  });
});
