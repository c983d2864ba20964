import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { lstat, mkdir, readlink, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImageConfig } from './dockerfile.ts';

/*
 * Runs the image's files as a container would, without one: in namespaces of its own, below a root that is mounted read-only, with the
 * image's user, environment and folder, and with the process as number 1. What the base image gives, this machine gives: Node.js and
 * the C library. Needs root on Linux.
 */

/** A root folder with the image's files in it. */
export interface ContainerRoot {
  readonly path: string;
  /** What is mounted at the image's volume. */
  readonly volume: string;
  readonly config: ImageConfig;
}

/** A process in a container. */
export interface ContainerProcess {
  readonly child: ChildProcess;
  /** Sends a signal to the container's process 1, as `docker stop` does. */
  readonly signal: (signal: NodeJS.Signals) => void;
}

/** Folders of the system that the base image holds too. */
const OF_SYSTEM = ['lib', 'lib64'];

const MOUNT = `
set -eu
root=$1 volume=$2 node=$3
shift 3
mount --bind "$root" "$root"
for folder in /usr /lib /lib64; do
  [ -L "$folder" ] || [ ! -d "$folder" ] || mount --bind "$folder" "$root$folder"
done
mount --bind "$node" "$root/bin/node"
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount -t tmpfs tmpfs "$root/tmp"
mount --bind "$volume" "$root/data"
mount -o remount,bind,ro "$root"
exec setpriv --no-new-privs unshare --root="$root" "$@"
`;

/** Copies what the Dockerfile copies into a root folder, and makes what the base image has. `built` is the folder `/image` of its first stage. */
export async function makeRoot(built: string, folder: string, config: ImageConfig): Promise<ContainerRoot> {
  const path = join(folder, 'root');
  for (const name of ['bin', 'usr', 'dev', 'proc', 'tmp', 'etc'])
    await mkdir(join(path, name), { recursive: true });
  await writeFile(join(path, 'bin', 'node'), '');
  for (const name of OF_SYSTEM) await likeSystem(name, path);
  for (const { from, to, owner } of config.copies) {
    const source = join(built, from.replace(/^\/image/, ''));
    await mkdir(join(path, to), { recursive: true });
    // Docker would copy the bytes.
    execFileSync('cp', ['-al', `${source}/.`, join(path, to)]);
    if (owner !== null)
      for (const name of execFileSync('ls', ['-A', source], { encoding: 'utf8' }).trim().split('\n'))
        execFileSync('chown', ['-R', owner, join(path, to, name)]);
  }
  const volume = join(folder, 'volume');
  // A new volume holds what the image holds there, with its owner and mode.
  execFileSync('cp', ['-a', join(path, config.volumes[0] ?? ''), volume]);
  return { path, volume, config };
}

async function likeSystem(name: string, root: string): Promise<void> {
  if (!existsSync(`/${name}`)) return;
  const isLink = (await lstat(`/${name}`)).isSymbolicLink();
  if (isLink) await symlink(await readlink(`/${name}`), join(root, name));
  else await mkdir(join(root, name));
}

/** Runs the image with these arguments in place of its own; `words` take the place of its entry point too. */
export function runContainer(
  { path, volume, config }: ContainerRoot,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  words: readonly string[] = config.entrypoint,
): ContainerProcess {
  const [user = '', group = ''] = config.user.split(':');
  const inside = [`--wd=${config.workdir}`, `--setuid=${user}`, `--setgid=${group}`, ...words, ...args];
  const namespaces = ['--mount', '--pid', '--ipc', '--uts', '--fork', '--kill-child'];
  const shell = ['sh', '-c', MOUNT, 'sh', path, volume, process.execPath];
  const child = spawn('unshare', [...namespaces, ...shell, ...inside], {
    env: { PATH: '/bin:/usr/bin:/sbin:/usr/sbin', ...config.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  return { child, signal: (signal) => process.kill(firstChildOf(child), signal) };
}

/** The container's process 1, by the number that it has outside. */
function firstChildOf({ pid }: ChildProcess): number {
  const [first = ''] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ');
  if (first === '') throw new Error('the container has no process');
  return Number(first);
}
