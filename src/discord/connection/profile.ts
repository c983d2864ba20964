import { type REST, Routes } from 'discord.js';

/** Discord holds one text for everybody, so it is in English; at most 400 characters. */
export const PROFILE =
  'I answer questions from this community’s articles: every answer is a quote with its exact source, and where they do not hold it, I say so. Ask with /ask, mention me, or write to me; /help tells what I can do and what I keep.';

/**
 * Gives the bot a profile text where it has none: an operator's own is left alone.
 *
 * @throws {DiscordAPIError} what Discord refuses
 * @see https://discord.com/developers/docs/resources/application#edit-current-application
 */
export async function describeProfile(rest: REST): Promise<'unchanged' | 'written'> {
  const application = await rest.get(Routes.currentApplication());
  if (hasDescription(application)) return 'unchanged';
  await rest.patch(Routes.currentApplication(), { body: { description: PROFILE } });
  return 'written';
}

function hasDescription(application: unknown): boolean {
  if (typeof application !== 'object' || application === null || !('description' in application))
    return false;
  return typeof application.description === 'string' && application.description.trim() !== '';
}
