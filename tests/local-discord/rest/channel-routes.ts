import { CreatePrivateChannelRequestSchema } from 'discord-api-spec/zod';
import { checkSchema } from '../rules/schema-check.ts';
import { buildChannelPayload } from '../world/channels.ts';
import { openDmChannel } from '../world/make-world.ts';
import type { World } from '../world/world.ts';
import { unknownUser } from './api-error.ts';
import { refuseBroken } from './body-check.ts';
import { findSendPermission, requireChannel, requirePermissions } from './channel-access.ts';
import { type Answer, type ApiRequest, defineRoute, noContent, ok, type Route } from './route.ts';

/** Channels that the bot sees, and direct messages that it opens. */
export const channelRoutes: readonly Route[] = [
  defineRoute('GET', '/channels/:channel', (request, world) =>
    ok(buildChannelPayload(world, requireChannel(request, world))),
  ),
  defineRoute('POST', '/channels/:channel/typing', (request, world) => {
    const channel = requireChannel(request, world);
    requirePermissions(world, channel, findSendPermission(channel));
    return noContent;
  }),
  defineRoute('POST', '/users/@me/channels', openDm),
];

function openDm(request: ApiRequest, world: World): Answer {
  refuseBroken(request, world, checkSchema(CreatePrivateChannelRequestSchema, request.body));
  const { recipient_id: recipientId } = request.body;
  const person = world.allPeople.find(({ id }) => id === recipientId);
  if (!person) throw unknownUser();
  return ok(buildChannelPayload(world, openDmChannel(world, person)));
}
