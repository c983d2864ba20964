import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { VARIABLES } from '../../src/settings/misspelt.ts';
import { readImageConfig } from './dockerfile.ts';
import { at, listAt, namesAt, readYaml, type Value } from './yaml.ts';

/*
 * Looks at what helm made of the chart. packaging/check.sh renders it anew wherever there is helm, and compares.
 */

const CHART = 'packaging/helm/footnote';
const RENDERED = 'packaging/helm/rendered';
const [uid, gid] = readImageConfig().user.split(':').map(Number);

function readRendered(name: string) {
  const objects = readYaml(join(RENDERED, `${name}.yaml`));
  const ofKind = (kind: string): Value => objects.find((each) => at(each, 'kind') === kind);
  const pod = at(ofKind('Deployment'), 'spec', 'template', 'spec');
  return { objects, ofKind, deployment: ofKind('Deployment'), pod, container: at(pod, 'containers', 0) };
}

test('the rendered files are of this chart: packaging/check.sh --write renders them', () => {
  const files = readdirSync(CHART, { recursive: true, encoding: 'utf8' })
    .map((name) => join(CHART, name))
    .filter((path) => statSync(path).isFile());
  const hash = createHash('sha256');
  for (const file of files.toSorted()) hash.update(readFileSync(file));
  expect(hash.digest('hex')).toBe(readFileSync(join(RENDERED, 'chart.sha256'), 'utf8').trim());
});

test('the schema knows each value of the chart, and no other', () => {
  const [values] = readYaml(join(CHART, 'values.yaml'));
  const [schema] = readYaml(join(CHART, 'values.schema.json'));
  const compare = (value: Value, of: Value): void => {
    const names = namesAt(of, 'properties').filter((name) => name !== 'global');
    expect(namesAt(value).toSorted()).toEqual(names.toSorted());
    for (const name of names)
      if (at(of, 'properties', name, 'additionalProperties') === false)
        compare(at(value, name), at(of, 'properties', name));
  };
  compare(values, schema);
});

describe.each(['sqlite', 'postgres'])('the chart with %s', (name) => {
  const { pod, container, ofKind, objects } = readRendered(name);

  test('runs as the user of the image, with a root that nobody can write, and without rights', () => {
    expect(at(pod, 'securityContext')).toMatchObject({
      runAsNonRoot: true,
      runAsUser: uid,
      runAsGroup: gid,
      fsGroup: gid,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(at(container, 'securityContext')).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(pod).toMatchObject({ automountServiceAccountToken: false, enableServiceLinks: false });
    expect(at(container, 'resources', 'limits', 'memory')).toBeDefined();
  });

  test('probes its health, and mounts what it names', () => {
    for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe'])
      expect(at(container, probe, 'httpGet')).toEqual({ path: '/healthz', port: 'metrics' });
    const port = at(container, 'ports', 0, 'containerPort');
    const env = new Map(listAt(container, 'env').map((each) => [at(each, 'name'), at(each, 'value')]));
    expect(env.get('METRICS_PORT')).toBe(String(port));
    const known: readonly unknown[] = VARIABLES;
    expect([...env.keys()].filter((variable) => !known.includes(variable))).toEqual([]);
    const volumes = listAt(pod, 'volumes').map((each) => at(each, 'name'));
    expect(listAt(container, 'volumeMounts').map((each) => at(each, 'name'))).toEqual(volumes);
    const mounts = listAt(container, 'volumeMounts').map((each) => String(at(each, 'mountPath')));
    const files = [...env].filter(([variable]) => String(variable).endsWith('_FILE'));
    expect(files.length).toBeGreaterThan(0);
    for (const [, path] of files) expect(mounts).toContain(dirname(String(path)));
  });

  test('selects its own pods', () => {
    const labels = at(ofKind('Deployment'), 'spec', 'template', 'metadata', 'labels');
    const selectors = objects.flatMap((each) => {
      const spec = at(each, 'spec');
      return [at(spec, 'selector', 'matchLabels'), at(spec, 'podSelector', 'matchLabels')].filter(Boolean);
    });
    expect(selectors.length).toBeGreaterThan(0);
    for (const selector of [...selectors, at(ofKind('Service'), 'spec', 'selector')])
      expect(labels).toMatchObject(Object(selector));
  });
});

test('a file has one process, which ends before another starts, and a claim that outlives the release', () => {
  const { deployment, ofKind } = readRendered('sqlite');
  expect(at(deployment, 'spec')).toMatchObject({ replicas: 1, strategy: { type: 'Recreate' } });
  expect(at(ofKind('PersistentVolumeClaim'), 'metadata', 'annotations')).toEqual({
    'helm.sh/resource-policy': 'keep',
  });
});

test('on PostgreSQL another process starts before one ends', () => {
  const { deployment, ofKind } = readRendered('postgres');
  expect(at(deployment, 'spec')).toMatchObject({
    replicas: 2,
    strategy: { rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
  });
  expect(at(ofKind('PodDisruptionBudget'), 'spec', 'maxUnavailable')).toBe(1);
  expect(ofKind('PersistentVolumeClaim')).toBeUndefined();
  expect(ofKind('ServiceMonitor')).toBeDefined();
  expect(at(ofKind('NetworkPolicy'), 'spec', 'policyTypes')).toEqual(['Ingress', 'Egress']);
});
