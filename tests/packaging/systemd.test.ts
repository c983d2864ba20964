import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { VARIABLES } from '../../src/settings/misspelt.ts';
import { readImageConfig } from './dockerfile.ts';

const UNIT = readFileSync('packaging/systemd/footnote.service', 'utf8');

function valuesOf(name: string): readonly string[] {
  return [...UNIT.matchAll(RegExp(`^${name}=(.*)$`, 'gm'))].map(([, value = '']) => value);
}

test('the service starts Node.js as the image does, and sets variables that the bot reads', () => {
  const { entrypoint, cmd } = readImageConfig();
  const called = [...entrypoint, ...cmd].join(' ');
  expect(valuesOf('ExecStart')).toEqual([`/usr/bin/${called.replace('/app/', '/opt/footnote/')}`]);
  const known: readonly string[] = [...VARIABLES, 'NODE_ENV'];
  const names = valuesOf('Environment').map((each) => each.split('=')[0] ?? '');
  expect(names.filter((name) => !known.includes(name))).toEqual([]);
});

test('the service is not started again over what has to be corrected first', () => {
  expect(valuesOf('Restart')).toEqual(['on-failure']);
  expect(valuesOf('RestartPreventExitStatus')).toEqual(['2']);
});
