import type { IncomingMessage } from 'node:http';
import { type Fields, isFields } from '../fields.ts';
import { badJson } from './api-error.ts';

/**
 * The JSON of a request, plain or inside a multipart body; undefined when there is no body. Uploaded files are
 * listed in the message's `attachments`, where the rules and the stored message expect them.
 *
 * @throws ApiError 50109 when the body is not JSON.
 */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  const raw = await readAll(request);
  if (raw.length === 0) return undefined;
  const contentType = request.headers['content-type'] ?? '';
  if (contentType.startsWith('multipart/form-data')) return readMultipart(raw, contentType);
  return parseJson(raw.toString());
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function readMultipart(raw: Buffer, contentType: string): Promise<unknown> {
  const form = await new Response(raw, { headers: { 'content-type': contentType } }).formData();
  const json = form.get('payload_json');
  const body = typeof json === 'string' ? parseJson(json) : {};
  const files = [...form.entries()].flatMap(([field, value]) =>
    typeof value === 'string' ? [] : { id: /\d+/.exec(field)?.[0] ?? '0', file: value },
  );
  return isFields(body) ? withFiles(body, files) : body;
}

function withFiles(body: Fields, files: readonly { readonly id: string; readonly file: File }[]): Fields {
  const { data, attachments: given } = body;
  if (isFields(data)) return { ...body, data: withFiles(data, files) };
  const described = Array.isArray(given) ? given.filter(isFields) : [];
  const attachments = files.map(({ id, file }) => ({
    ...described.find(({ id: describedId }) => describedId === id),
    id,
    filename: file.name,
    size: file.size,
    content_type: file.type,
    url: `https://cdn.discordapp.com/attachments/0/0/${file.name}`,
    proxy_url: `https://media.discordapp.net/attachments/0/0/${file.name}`,
  }));
  const kept = described.filter(({ id }) => !attachments.some((attachment) => attachment.id === id));
  return { ...body, attachments: [...kept, ...attachments] };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badJson();
  }
}
