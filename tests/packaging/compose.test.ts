import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { VARIABLES } from '../../src/settings/misspelt.ts';
import { at, listAt, namesAt, readYaml } from './yaml.ts';

describe.each(['compose.yaml', 'compose.postgres.yaml'])('%s', (file) => {
  const [compose] = readYaml(file);
  const bot = at(compose, 'services', 'footnote');
  const services = namesAt(compose, 'services').map((name) => at(compose, 'services', name));

  test('runs the bot with nothing that it could write but its data, and without rights', () => {
    expect(bot).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      restart: 'unless-stopped',
    });
    expect(at(bot, 'privileged') ?? at(bot, 'user') ?? at(bot, 'ports')).toBeUndefined();
    expect(listAt(bot, 'tmpfs')).toContain('/tmp');
    const volumes = listAt(bot, 'volumes').map(String);
    expect(volumes).toContain('./knowledge:/knowledge:ro');
    expect(volumes.filter((volume) => /^(?:data:)?\/data$/.test(volume))).toHaveLength(1);
  });

  test('declares what it uses, and sets variables that the bot reads', () => {
    for (const kind of ['secrets', 'networks']) {
      const used = services.flatMap((service) => listAt(service, kind).map(String));
      expect([...new Set(used)].toSorted()).toEqual(namesAt(compose, kind).toSorted());
    }
    const volumes = services.flatMap((service) => listAt(service, 'volumes').map(String));
    const named = volumes.filter((volume) => /^\w/.test(volume)).map((volume) => volume.split(':')[0]);
    expect(named).toEqual(namesAt(compose, 'volumes'));
    for (const path of volumes.filter((volume) => volume.startsWith('.')))
      expect(existsSync(path.split(':')[0] ?? '')).toBe(true);
    const known: readonly string[] = VARIABLES;
    expect(namesAt(bot, 'environment').filter((name) => !known.includes(name))).toEqual([]);
  });

  test('holds no secret', () => {
    const names = services.flatMap((service) => namesAt(service, 'environment'));
    const secrets = names.filter((name) => /TOKEN|PASSWORD|DATABASE_URL/.test(name));
    expect(secrets.length).toBeGreaterThan(0);
    expect(secrets.filter((name) => !name.endsWith('_FILE'))).toEqual([]);
  });
});

test('compose.postgres.yaml runs two bots that wait for the database, which nothing else reaches', () => {
  const [compose] = readYaml('compose.postgres.yaml');
  expect(at(compose, 'services', 'footnote')).toMatchObject({
    deploy: { replicas: 2 },
    depends_on: { postgres: { condition: 'service_healthy' } },
  });
  expect(at(compose, 'networks', 'database')).toEqual({ internal: true });
  const postgres = at(compose, 'services', 'postgres');
  expect(at(postgres, 'networks')).toEqual(['database']);
  expect(at(postgres, 'ports')).toBeUndefined();
  expect(listAt(postgres, 'healthcheck', 'test')).toContain('pg_isready');
});
