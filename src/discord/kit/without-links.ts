import { RESTJSONErrorCodes } from 'discord.js';

/** Whether Discord refused a message for the address that a card links to, or of its picture. */
export function refusesLinks(answer: unknown): boolean {
  if (fieldOf(answer, 'code') !== RESTJSONErrorCodes.InvalidFormBodyOrContentType) return false;
  const errors = fieldOf(answer, 'errors');
  const embeds = fieldOf(errors, 'embeds') ?? fieldOf(fieldOf(errors, 'data'), 'embeds');
  return Object.values(Object(embeds)).some(
    (embed) => fieldOf(embed, 'url') !== undefined || fieldOf(embed, 'image') !== undefined,
  );
}

/** The body of a message, or of a response to an interaction, with cards that link nowhere and show no picture. */
export function withoutLinks(body: string): string {
  const sent: unknown = JSON.parse(body);
  const data = fieldOf(sent, 'data');
  return JSON.stringify(
    data === undefined ? withPlainEmbeds(sent) : { ...Object(sent), data: withPlainEmbeds(data) },
  );
}

function withPlainEmbeds(message: unknown): unknown {
  const embeds = fieldOf(message, 'embeds');
  if (!Array.isArray(embeds)) return message;
  return {
    ...Object(message),
    embeds: embeds.map((embed) => ({ ...Object(embed), url: undefined, image: undefined })),
  };
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
