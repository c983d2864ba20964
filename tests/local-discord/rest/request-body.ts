import type { IncomingMessage } from 'node:http';
import type { Upload } from '../world/files.ts';
import { badJson } from './api-error.ts';

/** A file beside the JSON of a request. */
export interface SentFile extends Upload {
  /** The `n` of `files[n]`, by which the JSON means it. */
  readonly at: string;
}

/** What a request brings. */
export interface SentBody {
  /** Undefined when there is no body. */
  readonly json: unknown;
  readonly files: readonly SentFile[];
}

/**
 * The JSON of a request, plain or inside a multipart body, and the files beside it.
 *
 * @throws ApiError 50109 when the body is not JSON, or holds half a sign, which is no Unicode.
 */
export async function readBody(request: IncomingMessage): Promise<SentBody> {
  const raw = await readAll(request);
  if (raw.length === 0) return { json: undefined, files: [] };
  const contentType = request.headers['content-type'] ?? '';
  if (contentType.startsWith('multipart/form-data')) return readMultipart(raw, contentType);
  return { json: parseJson(raw.toString()), files: [] };
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function readMultipart(raw: Buffer, contentType: string): Promise<SentBody> {
  const form = await new Response(raw, { headers: { 'content-type': contentType } }).formData();
  const json = form.get('payload_json');
  const sent = [...form.entries()].map(async ([field, value]) =>
    typeof value === 'string' ? [] : [await sentFile(field, value)],
  );
  return { json: typeof json === 'string' ? parseJson(json) : {}, files: (await Promise.all(sent)).flat() };
}

async function sentFile(field: string, file: File): Promise<SentFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const contentType = file.type === '' ? {} : { contentType: file.type };
  return { at: /\d+/.exec(field)?.[0] ?? '0', name: file.name, bytes, ...contentType };
}

function parseJson(text: string): unknown {
  const json = readJson(text);
  // JSON writes lone halves of signs as escapes, and nothing else in this range.
  if (/(?<!\\)(?:\\\\)*\\ud[89a-f][\da-f]{2}/i.test(JSON.stringify(json) ?? '')) throw badJson();
  return json;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badJson();
  }
}
