import { findFile } from '../world/files.ts';
import type { World } from '../world/world.ts';
import { type Answer, type ApiRequest, defineFileRoute, type Route } from './route.ts';

/** Files under the addresses that payloads name, as on cdn.discordapp.com: no token, and no API in front. */
export const fileRoutes: readonly Route[] = [
  defineFileRoute('/attachments/:channel/:file/:name', download),
  defineFileRoute('/ephemeral-attachments/:app/:file/:name', download),
];

function download(request: ApiRequest, world: World): Answer {
  const file = findFile(world, request.param('file'), request);
  if (!file) return { status: 404, file: { bytes: Buffer.from('This content is no longer available.') } };
  const { content_type: contentType } = file.attachment;
  return { status: 200, file: { bytes: file.bytes, contentType } };
}
