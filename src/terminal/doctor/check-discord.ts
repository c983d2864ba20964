import * as z from 'zod/mini';
import { buildInviteLink, listLackingPermissions } from '../../settings/invite-link.ts';
import { BOT_PAGE } from '../../settings/secrets.ts';
import type { DiscordSettings } from '../../settings/settings.ts';
import { toPrintable } from '../../text/layout/printable.ts';
import { terminalTexts } from '../../wording/kit/english.ts';
import type { DiscordAnswer, DiscordClient } from './discord-client.ts';
import { type CheckName, doubtful, type Finding, good, wrong } from './finding.ts';

const { doctor: words } = terminalTexts;

type BotSettings = Pick<DiscordSettings, 'guildId' | 'maintainerGuildIds' | 'shards'>;

/** Asks Discord about all that the bot needs there. Changes nothing. Where the token is refused or nobody answers, there is one finding. */
export async function checkDiscord(
  client: DiscordClient,
  settings: BotSettings,
  now: () => number,
): Promise<readonly Finding[]> {
  const self = await client.get('/users/@me');
  const askedAt = now();
  const user = read(USER, self);
  if (user === null) return [explainFailure('token', self)];
  const applicationAnswer = await client.get('/applications/@me');
  const application = read(APPLICATION, applicationAnswer);
  return [
    good('token', words.token({ name: toPrintable(user.username), id: user.id })),
    ...checkClock(self, askedAt),
    ...(application === null
      ? [explainFailure('application', applicationAnswer)]
      : checkApplication(application)),
    ...(await checkGateway(client, settings)),
    ...(application === null ? [] : await checkCommands(client, application.id, settings)),
    ...(await checkServers(client, settings)),
  ];
}

const USER = z.object({ id: z.string(), username: z.string() });

/** Returns what an answer holds, or null where it is none of this form. */
function read<Value>(schema: z.ZodMiniType<Value>, answer: DiscordAnswer): Value | null {
  if (answer.kind !== 'answer' || answer.status !== 200) return null;
  return z.safeParse(schema, answer.body).data ?? null;
}

function explainFailure(check: CheckName, answer: DiscordAnswer): Finding {
  if (answer.kind === 'unreachable') return wrong(check, words.unreachable(answer), words.checkNetwork);
  if (answer.status === 401) return wrong(check, words.refusedToken, words.newToken({ page: BOT_PAGE }));
  return wrong(check, words.unexpected({ status: answer.status }), words.tryLater);
}

/** Discord's header has whole seconds, and the answer takes some time. */
const MAX_CLOCK_OFF_MS = 5_000;

function checkClock(answer: DiscordAnswer, now: number): readonly Finding[] {
  if (answer.kind !== 'answer' || answer.sentAtMs === null) return [];
  const off = Math.abs(now - answer.sentAtMs);
  const seconds = Math.round(off / 1000);
  return [
    off <= MAX_CLOCK_OFF_MS
      ? good('clock', words.clock({ seconds }))
      : doubtful('clock', words.clock({ seconds }), words.setClock),
  ];
}

const APPLICATION = z.object({
  id: z.string(),
  flags: z.optional(z.number()),
  bot_public: z.optional(z.boolean()),
  bot_require_code_grant: z.optional(z.boolean()),
  interactions_endpoint_url: z.optional(z.nullable(z.string())),
});

/** The switches of privileged intents, for verified and for other applications. @see https://docs.discord.com/developers/resources/application#application-object-application-flags */
const INTENTS: readonly (readonly [name: string, bits: number])[] = [
  ['Presence Intent', (1 << 12) | (1 << 13)],
  ['Server Members Intent', (1 << 14) | (1 << 15)],
  ['Message Content Intent', (1 << 18) | (1 << 19)],
];

function checkApplication(application: z.infer<typeof APPLICATION>): readonly Finding[] {
  const { id, flags = 0 } = application;
  const invite = buildInviteLink(id);
  const findings = [good('application', words.application({ invite }))];
  const granted = INTENTS.filter(([, bits]) => (flags & bits) !== 0).map(([name]) => name);
  if (granted.length > 0)
    findings.push(
      doubtful(
        'application',
        words.needlessIntents({ intents: granted.join(', ') }),
        words.switchOff({ page: BOT_PAGE }),
      ),
    );
  if (application.bot_require_code_grant === true)
    findings.push(wrong('application', words.codeGrant, words.switchOff({ page: BOT_PAGE })));
  if ((application.interactions_endpoint_url ?? '') !== '')
    findings.push(wrong('application', words.endpoint, words.removeEndpoint));
  return findings;
}

const GATEWAY = z.object({
  shards: z.number(),
  session_start_limit: z.object({ total: z.number(), remaining: z.number(), reset_after: z.number() }),
});

/** Below this, a few more starts end all for the day. */
const FEW_SESSIONS = 50;
const MINUTE_MS = 60_000;

async function checkGateway(client: DiscordClient, { shards }: BotSettings): Promise<readonly Finding[]> {
  const answer = await client.get('/gateway/bot');
  const gateway = read(GATEWAY, answer);
  if (gateway === null) return [explainFailure('gateway', answer)];
  const { total, remaining, reset_after: resetMs } = gateway.session_start_limit;
  const count = shards.count ?? gateway.shards;
  const found = words.gateway({ remaining, total, minutes: Math.ceil(resetMs / MINUTE_MS) });
  const sessions =
    remaining < count
      ? wrong('gateway', found, words.waitForSessions)
      : remaining < FEW_SESSIONS
        ? doubtful('gateway', found, words.fewSessions)
        : good('gateway', found);
  if (count >= gateway.shards) return [sessions];
  const few = words.fewShards({ count, recommended: gateway.shards });
  return [sessions, doubtful('gateway', few, words.setShards({ recommended: gateway.shards }))];
}

async function checkCommands(
  client: DiscordClient,
  applicationId: string,
  { guildId }: BotSettings,
): Promise<readonly Finding[]> {
  const where = guildId === null ? '' : `/guilds/${guildId}`;
  const answer = await client.get(`/applications/${applicationId}${where}/commands`);
  const commands = read(z.array(z.object({ name: z.string() })), answer);
  if (commands === null) return [doubtful('commands', words.noCommands, words.registerCommands)];
  const { length: count } = commands;
  return [
    count > 0
      ? good('commands', words.commands({ count }))
      : doubtful('commands', words.noCommands, words.registerCommands),
  ];
}

const SERVERS = z.array(z.object({ id: z.string(), name: z.string(), permissions: z.string() }));
type Server = z.infer<typeof SERVERS>[number];

/** Discord gives two hundred at once. */
const PAGE = 200;
/** A bot in more servers does not look at each by hand. */
const MAX_PAGES = 10;
const MAX_NAMED = 10;

async function checkServers(client: DiscordClient, settings: BotSettings): Promise<readonly Finding[]> {
  const servers: Server[] = [];
  for (let page = 0; page < MAX_PAGES; page++) {
    const after = servers.at(-1)?.id ?? '0';
    const answer = await client.get(`/users/@me/guilds?limit=${PAGE}&after=${after}`);
    const some = read(SERVERS, answer);
    if (some === null) return [explainFailure('servers', answer)];
    servers.push(...some);
    if (some.length < PAGE) break;
  }
  const isWhole = servers.length < PAGE * MAX_PAGES;
  if (servers.length === 0) return [doubtful('servers', words.noServers, words.inviteBot)];
  return [
    good('servers', words.servers({ count: servers.length })),
    ...listLacking(servers),
    ...checkMaintainers(servers, settings),
    ...(isWhole ? checkNamedServers(servers, settings) : []),
  ];
}

function listLacking(servers: readonly Server[]): readonly Finding[] {
  const lacking = servers.flatMap(({ name, permissions }) => {
    const missing = /^\d{1,40}$/.test(permissions) ? listLackingPermissions(BigInt(permissions)) : [];
    return missing.length === 0 ? [] : [{ name, missing }];
  });
  const named = lacking
    .slice(0, MAX_NAMED)
    .map(({ name, missing }) =>
      doubtful(
        'servers',
        words.lacking({ server: toPrintable(name), permissions: missing.join(', ') }),
        words.givePermissions,
      ),
    );
  const more = lacking.length - named.length;
  return more === 0
    ? named
    : [...named, doubtful('servers', words.moreLacking({ count: more }), words.givePermissions)];
}

/** In several servers, nobody looks after the folder's articles unless the settings name a server. */
function checkMaintainers(
  servers: readonly Server[],
  { maintainerGuildIds }: BotSettings,
): readonly Finding[] {
  if (servers.length < 2 || maintainerGuildIds !== null) return [];
  return [doubtful('servers', words.noMaintainers, words.nameMaintainers)];
}

/** Checks the servers that the settings name: the bot has to be there. */
function checkNamedServers(
  servers: readonly Server[],
  { guildId, maintainerGuildIds }: BotSettings,
): readonly Finding[] {
  const isThere = (id: string): boolean => servers.some((server) => server.id === id);
  const missing = [
    ...(guildId === null ? [] : [{ variable: 'DISCORD_GUILD_ID', id: guildId }]),
    ...(maintainerGuildIds ?? []).map((id) => ({ variable: 'KNOWLEDGE_GUILD_IDS', id })),
  ].filter(({ id }) => !isThere(id));
  return missing.map((named) => doubtful('servers', words.notThere(named), words.inviteThere));
}
