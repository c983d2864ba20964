import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { at, listAt, namesAt, readYaml } from './yaml.ts';

/** Of all files together. Most of it are the models, which npm hardly makes smaller. */
const MAX_UNPACKED_MB = 90;

/** The files that npm would publish. It packs empty ones of the same names, because it would need seconds for the models. */
async function listPacked(): Promise<readonly string[]> {
  const folder = await makeFolder();
  const kept = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).trim().split('\n');
  const built = readdirSync('dist', { recursive: true, encoding: 'utf8' }).map((path) => join('dist', path));
  for (const path of [...kept, ...built].filter((each) => statSync(each).isFile())) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), path === 'package.json' ? readFileSync(path) : '');
  }
  const options = ['--dry-run', '--json', '--ignore-scripts', '--loglevel=error'];
  const json = execFileSync('npm', ['pack', ...options], { cwd: folder, encoding: 'utf8' });
  const [packed]: readonly { readonly files: readonly { readonly path: string }[] }[] = JSON.parse(json);
  return (packed?.files ?? []).map(({ path }) => path);
}

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'footnote-release-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a script of `packaging/release` in a folder. */
function run(name: string, cwd: string, ...args: readonly string[]) {
  const script = resolve('packaging/release', `${name}.js`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test('the npm package holds the program, its models and its documentation, and neither sources nor tests', async () => {
  const paths = await listPacked();
  const megabytes = paths.reduce((sum, path) => sum + statSync(path).size, 0) / 1e6;
  console.info(`${megabytes.toFixed(1)} MB in ${paths.length} files`);
  expect(megabytes).toBeLessThan(MAX_UNPACKED_MB);
  expect(paths).toEqual(
    expect.arrayContaining([
      'LICENSE',
      'README.md',
      'dist/main.js',
      'dist/serving/answering-worker.js',
      'dist/playground/page/index.html',
      'docs/operating.md',
      'knowledge/russian-fcs-meeting.md',
      'models/reader.onnx',
      'src/wording/german/texts.json',
    ]),
  );
  const wanted =
    /^(?:\.env\.example|[A-Z]+(?:\.md)?|package\.json|(?:dist|docs|knowledge|models)\/.*|src\/wording\/[a-z-]+\/texts\.json)$/;
  expect(paths.filter((path) => !wanted.test(path))).toEqual([]);
  const ofProgram = paths.filter(
    (path) => path.startsWith('dist/') && !/^dist\/(?:chunks|playground\/page)\//.test(path),
  );
  const workers = ofProgram.filter((path) => path.endsWith('-worker.js'));
  expect(ofProgram.length).toBeLessThanOrEqual(workers.length + 2);
});

test('the package may be published, and brings one command', () => {
  const [description] = readYaml('package.json');
  expect(at(description, 'private')).toBeUndefined();
  expect(at(description, 'bin')).toEqual({ footnote: 'dist/main.js' });
  expect(readFileSync('dist/main.js', 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
});

async function folderWith(changelog: string): Promise<string> {
  const folder = await makeFolder();
  writeFileSync(join(folder, 'CHANGELOG.md'), changelog);
  writeFileSync(join(folder, 'package.json'), '{ "version": "1.2.0" }');
  return folder;
}

describe('the changelog of a release', () => {
  const CHANGELOG =
    '# Changelog\n\n## 1.2.0 (unreleased)\n\n### Added\n\n- B.\n\n## 1.1.0 (2026-01-01)\n\n- A.\n';

  test('gets a date when the version is set, and becomes the notes of its release', async () => {
    const folder = await folderWith(CHANGELOG);
    expect(run('date-changelog', folder).status).toBe(0);
    expect(readFileSync(join(folder, 'CHANGELOG.md'), 'utf8')).toMatch(/^## 1\.2\.0 \(\d{4}-\d\d-\d\d\)$/m);
    expect(run('read-changelog', folder, '1.2.0').stdout).toBe('### Added\n\n- B.\n');
    expect(run('read-changelog', folder, '1.1.0').stdout).toBe('- A.\n');
  });

  test('stops the release where nothing is unreleased, or where the version has no section', async () => {
    const folder = await folderWith('# Changelog\n\n## 1.1.0 (2026-01-01)\n\n- A.\n');
    expect(run('date-changelog', folder)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('unreleased'),
    });
    expect(run('read-changelog', folder, '1.2.0')).toMatchObject({ status: 1, stdout: '' });
    expect(run('read-changelog', folder)).toMatchObject({ status: 1, stdout: '' });
  });

  test('of this repository has a section that waits for the next version', () => {
    const { version }: { readonly version: string } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(run('read-changelog', '.', version).stdout.length).toBeGreaterThan(1000);
  });
});

describe.each(readdirSync('.github/workflows'))('the workflow %s', (name) => {
  const path = join('.github/workflows', name);
  const [workflow] = readYaml(path);
  const steps = namesAt(workflow, 'jobs').flatMap((job) => listAt(workflow, 'jobs', job, 'steps'));

  test('may only read unless a job says more, and leaves no token in a clone', () => {
    expect(at(workflow, 'permissions')).toEqual({ contents: 'read' });
    const clones = steps.filter((step) => String(at(step, 'uses')).startsWith('actions/checkout@'));
    expect(clones.length).toBeGreaterThan(0);
    for (const clone of clones) expect(at(clone, 'with', 'persist-credentials')).toBe(false);
    for (const job of namesAt(workflow, 'jobs'))
      expect(at(workflow, 'jobs', job, 'timeout-minutes') ?? at(workflow, 'jobs', job, 'uses')).toBeDefined();
  });

  test('names each action by its commit, with the version beside it', () => {
    const uses = readFileSync(path, 'utf8').match(/uses: .*/g) ?? [];
    const elsewhere = uses.filter((line) => !line.startsWith('uses: ./'));
    expect(elsewhere.length).toBeGreaterThan(0);
    for (const line of elsewhere)
      expect(line).toMatch(/^uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('puts nothing that somebody else wrote into a script', () => {
    for (const step of steps) expect(JSON.stringify(at(step, 'run') ?? '')).not.toContain('${{');
  });
});

test('the workflow of a release runs what CI runs before anything leaves', () => {
  const [workflow] = readYaml('.github/workflows/release.yml');
  expect(at(workflow, 'jobs', 'ci', 'uses')).toBe('./.github/workflows/ci.yml');
  for (const job of ['image', 'package']) expect(at(workflow, 'jobs', job, 'needs')).toBe('ci');
  expect(at(workflow, 'jobs', 'release', 'needs')).toEqual(['image', 'package']);
});
