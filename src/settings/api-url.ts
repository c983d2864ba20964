import { BlockList, isIP } from 'node:net';
import { quoteSafely, readText, type SettingsReader } from './values.ts';

const NAME = 'DISCORD_API_URL';
const DEFAULT = 'https://discord.com/api';

/** Base of Discord's REST interface, without “/” at its end; Discord's own where it is not set. */
export function readApiUrl(reader: SettingsReader): string {
  const text = readText(reader, NAME) ?? DEFAULT;
  reader.mistakes.push(...findMistakes(text));
  return text.replace(/\/+$/, '');
}

/** Whether `url` leads to Discord itself, not to a proxy or a test server. */
export function isDiscordItself(url: string): boolean {
  return URL.canParse(url) && /(?:^|\.)discord(?:app)?\.com$/.test(new URL(url).hostname);
}

function findMistakes(text: string): readonly string[] {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol))
    return [`${NAME} is ${quoteSafely(text)}; it must be an http or https address, or left out.`];
  const mistakes: string[] = [];
  if (url.username !== '' || url.password !== '')
    mistakes.push(`${NAME} has a user name or password in it. Leave out what stands before “@”.`);
  if (url.search !== '' || text.includes('?'))
    mistakes.push(
      `${NAME} has a “?” in it. Leave it out with all behind it: paths are added to the address.`,
    );
  if (url.hash !== '' || text.includes('#'))
    mistakes.push(
      `${NAME} has a “#” in it. Leave it out with all behind it: paths are added to the address.`,
    );
  if (/\/v\d+\/*$/.test(url.pathname)) mistakes.push(`${NAME} ends in a version; leave “/v…” away.`);
  if (url.protocol === 'http:' && !isNearby(url.hostname))
    mistakes.push(
      `${NAME} is a plain http address of a far host, where others could read the token on its way. Use https, or a host of this machine or its private network.`,
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

/** A name without a dot, as containers have, is one of the private network too. */
function isNearby(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const version = isIP(host);
  if (version !== 0) return NEARBY.check(host, version === 4 ? 'ipv4' : 'ipv6');
  return !host.includes('.') || /\.(?:localhost|local|internal|lan|home\.arpa|test)$/.test(host);
}
