import { CreatePrivateChannelRequestSchema } from 'discord-api-spec/zod';
import { schemaBreaches } from '../rules/schema-check.ts';
import { channelPayload } from '../world/channels.ts';
import { dmChannel } from '../world/make-world.ts';
import type { World } from '../world/world.ts';
import { unknownUser } from './api-error.ts';
import { refuseBroken } from './body-check.ts';
import { requirePermissions, sendingBit, visibleChannel } from './channel-access.ts';
import { type Answer, type ApiRequest, noContent, ok, type Route, route } from './route.ts';

/** Channels that the bot sees, and direct messages that it opens. */
export const channelRoutes: readonly Route[] = [
  route('GET', '/channels/:channel', (request, world) =>
    ok(channelPayload(world, visibleChannel(request, world))),
  ),
  route('POST', '/channels/:channel/typing', (request, world) => {
    const channel = visibleChannel(request, world);
    requirePermissions(world, channel, sendingBit(channel));
    return noContent;
  }),
  route('POST', '/users/@me/channels', openDm),
];

function openDm(request: ApiRequest, world: World): Answer {
  refuseBroken(request, world, schemaBreaches(CreatePrivateChannelRequestSchema, request.body));
  const { recipient_id: recipientId } = request.body;
  const person = world.allPeople.find(({ id }) => id === recipientId);
  if (!person) throw unknownUser();
  return ok(channelPayload(world, dmChannel(world, person)));
}
