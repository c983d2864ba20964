import { expect, test } from 'vitest';
import { checkNode } from '../../../src/terminal/doctor/check-machine.ts';
import { parseDoctorArguments } from '../../../src/terminal/doctor/doctor-arguments.ts';
import { runDoctorCommand } from '../../../src/terminal/doctor/doctor-command.ts';
import { temporaryFolder } from '../../knowledge/temporary-folder.ts';
import { displayWidth } from '../display-width.ts';
import { testTerminal } from '../streams.ts';

test.each([20, 34, 80])('every line fits a terminal of %i columns', async (columns) => {
  const terminal = testTerminal({ columns });
  const folder = await temporaryFolder();
  const env = {
    KNOWLEDGE_DIR: folder,
    DATABASE_URL: `${folder}/a/b/c.db`,
    ENCODERS: 'off',
    LOG_LEVEL: 'loud',
  };
  expect(await runDoctorCommand(['--offline'], { ...terminal, env, models: 'models' })).toBe(1);
  const lines = terminal.written().trimEnd().split('\n');
  expect(lines.filter((line) => displayWidth(line) > columns)).toEqual([]);
  expect(terminal.written()).toContain('✗');
});

test.each([
  ['20.19.5', 'wrong'],
  ['20.20.0', 'good'],
  ['18.30.0', 'wrong'],
  ['24.1.0', 'good'],
])('Node.js %s is %s', (version, level) => {
  expect(checkNode(version).level).toBe(level);
});

test('a misspelt option is refused', () => {
  expect(() => parseDoctorArguments(['--ofline'])).toThrow('Did you mean --offline?');
  expect(parseDoctorArguments(['--json'])).toEqual({ isOffline: false, isJson: true });
});
