import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { readJsonBody } from '../../../src/playground/http/read-body.ts';

const JSON_TYPE = 'application/json';

function read(chunks: readonly string[], headers: Readonly<Record<string, string>> = {}) {
  const stream = Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
  return readJsonBody(Object.assign(stream, { headers: { 'content-type': JSON_TYPE, ...headers } }));
}

test('JSON in pieces is read', async () => {
  expect(await read(['{"a"', ':"é"}'])).toEqual({ kind: 'json', value: { a: 'é' } });
});

test.each([
  [['{'], {}, 400],
  [[], {}, 400],
  [['{}'], { 'content-type': 'text/plain' }, 415],
  [['{}'], { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  [['{}'], { 'content-type': 'application/json; charset=utf-16' }, 415],
  [['{}'], { 'content-length': '524289' }, 413],
])('%j with %j is refused', async (chunks, headers, status) => {
  expect(await read(chunks, headers)).toMatchObject({ kind: 'refused', status });
});

test('a body that says nothing of its length is read to its limit and no further', async () => {
  let given = 0;
  async function* endless() {
    for (;;) {
      given += 1;
      yield Buffer.alloc(1_024, ' ');
    }
  }
  const request = Object.assign(Readable.from(endless()), { headers: { 'content-type': JSON_TYPE } });
  expect(await readJsonBody(request)).toMatchObject({ kind: 'refused', status: 413 });
  expect(given).toBeLessThan(600);
});
