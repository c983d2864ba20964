import { BlockList, isIP } from 'node:net';
import { type EnvironmentSource, quoteSafely, readText } from './values.ts';

const NAME = 'DISCORD_API_URL';
const DEFAULT = 'https://discord.com/api';

/** Reads the base address of Discord's REST API, without “/” at its end. The default is Discord's own. */
export function readApiUrl(source: EnvironmentSource): string {
  const text = readText(source, NAME) ?? DEFAULT;
  source.mistakes.push(...findMistakes(text));
  return text.replace(/\/+$/, '');
}

/** Returns whether an address leads to Discord itself, not to a proxy or test server. */
export function isDiscordAddress(url: string): boolean {
  return URL.canParse(url) && /(?:^|\.)discord(?:app)?\.com$/.test(new URL(url).hostname);
}

function findMistakes(text: string): readonly string[] {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol))
    return [`${NAME} is ${quoteSafely(text)}; it must be an http or https address, or left out.`];
  const mistakes: string[] = [];
  if (url.username !== '' || url.password !== '')
    mistakes.push(`${NAME} has a user name or password in it. Remove the part before “@”.`);
  if (url.search !== '' || text.includes('?'))
    mistakes.push(
      `${NAME} has a “?” in it. Remove it and everything after it: paths are appended to the address.`,
    );
  if (url.hash !== '' || text.includes('#'))
    mistakes.push(
      `${NAME} has a “#” in it. Remove it and everything after it: paths are appended to the address.`,
    );
  if (/\/v\d+\/*$/.test(url.pathname)) mistakes.push(`${NAME} ends in a version; remove “/v…”.`);
  if (url.protocol === 'http:' && !isNearby(url.hostname))
    mistakes.push(
      `${NAME} is a plain http address of a distant host, so others could read the token on its way. Use https, or a host on this machine or its private network.`,
    );
  return mistakes;
}

/** Addresses that never leave this machine or a private network. @see https://www.iana.org/assignments/iana-ipv4-special-registry */
const NEARBY = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 32],
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
  ['100.64.0.0', 10],
] as const)
  NEARBY.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  NEARBY.addSubnet(net, prefix, 'ipv6');

/** Returns whether a host is on this machine or its private network. Names without a dot, as containers have, count as private. */
function isNearby(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const version = isIP(host);
  if (version !== 0) return NEARBY.check(host, version === 4 ? 'ipv4' : 'ipv6');
  return !host.includes('.') || /\.(?:localhost|local|internal|lan|home\.arpa|test)$/.test(host);
}
