import {
  ApplicationCommandCreateRequestSchema,
  ApplicationCommandPatchRequestPartialSchema,
  ApplicationCommandUpdateRequestSchema,
} from 'discord-api-spec/zod';
import type { ZodMiniType } from 'zod/mini';
import { type Fields, toFields } from '../fields.ts';
import { checkCommand, checkCommandSet } from '../rules/all-rules.ts';
import { readCommand } from '../rules/body-views.ts';
import type { BrokenRule } from '../rules/rule.ts';
import { checkSchema } from '../rules/schema-check.ts';
import { type CommandBook, removeLocalizations, type StoredCommand } from '../world/commands.ts';
import type { World } from '../world/world.ts';
import { missingAccess, unknownCommand } from './api-error.ts';
import { refuseBroken } from './body-check.ts';
import { type Answer, type ApiRequest, defineRoute, noContent, ok, type Route } from './route.ts';

/** Registering commands, for all guilds or for one. */
export const commandRoutes: readonly Route[] = [
  '/applications/:app/commands',
  '/applications/:app/guilds/:guild/commands',
].flatMap((scope) => [
  defineRoute('GET', scope, (request, world) =>
    ok(bookOf(request, world).all.map((command) => shown(command, request))),
  ),
  defineRoute('PUT', scope, replaceAll),
  defineRoute('POST', scope, create),
  defineRoute('GET', `${scope}/:command`, (request, world) => ok(commandOf(request, world))),
  defineRoute('PATCH', `${scope}/:command`, edit),
  defineRoute('DELETE', `${scope}/:command`, remove),
]);

/** Whether a request changes what is registered. */
export function isRegisteringWrite(method: string, path: string): boolean {
  return method !== 'GET' && /^\/applications\/\d+\/(guilds\/\d+\/)?commands(\/\d+)?$/.test(path);
}

function bookOf(request: ApiRequest, world: World): CommandBook {
  if (request.param('app') !== world.bot.id) throw missingAccess();
  const guild = request.param('guild');
  const book = guild === '' ? world.globalCommands : world.guildCommands.get(guild);
  if (!book || world.withoutBot.has(guild)) throw missingAccess();
  return book;
}

function commandOf(request: ApiRequest, world: World): StoredCommand {
  const command = bookOf(request, world).get(request.param('command'));
  if (!command) throw unknownCommand();
  return command;
}

function shown(command: StoredCommand, request: ApiRequest): Fields {
  return request.query.get('with_localizations') === 'true' ? command : removeLocalizations(command);
}

function replaceAll(request: ApiRequest, world: World): Answer {
  const book = bookOf(request, world);
  const bodies = request.bodies.map(toFields);
  const each = bodies.flatMap((body, at) =>
    bodyBreaches(ApplicationCommandUpdateRequestSchema, body).map((breach) => ({
      ...breach,
      path: [at, ...breach.path],
    })),
  );
  refuseBroken(request, world, [...each, ...checkCommandSet(bodies.map(readCommand))]);
  return ok(book.replaceAll(bodies));
}

function create(request: ApiRequest, world: World): Answer {
  const book = bookOf(request, world);
  const { name = '', type } = readCommand(request.body);
  const known = book.named(name, type);
  const others = book.all.filter((command) => command !== known);
  refuseBroken(request, world, [
    ...bodyBreaches(ApplicationCommandCreateRequestSchema, request.body),
    ...checkCommandSet([...others, request.body].map(readCommand)),
  ]);
  return { status: known ? 200 : 201, body: book.put(request.body) };
}

function edit(request: ApiRequest, world: World): Answer {
  const book = bookOf(request, world);
  const command = commandOf(request, world);
  const merged = { ...command, ...request.body };
  const others = book.all.filter(({ id }) => id !== command.id);
  refuseBroken(request, world, [
    ...checkSchema(ApplicationCommandPatchRequestPartialSchema, request.body),
    ...checkCommand(readCommand(merged)),
    ...checkCommandSet([...others, merged].map(readCommand)),
  ]);
  return ok(book.patch(command, request.body));
}

function remove(request: ApiRequest, world: World): Answer {
  bookOf(request, world).delete(commandOf(request, world).id);
  return noContent;
}

function bodyBreaches(schema: ZodMiniType, body: Fields): readonly BrokenRule[] {
  return [...checkSchema(schema, body), ...checkCommand(readCommand(body))];
}
