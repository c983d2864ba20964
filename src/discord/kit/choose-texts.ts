import { readServerSettings, type SettingsDeps } from '../../requests/kit/read-server-settings.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { textsFor } from '../../wording/languages.ts';

/** Returns the texts in the language that the server has chosen, else in the first of `locales` that the interface speaks. */
export async function chooseTexts(
  deps: SettingsDeps,
  guildId: string | null,
  ...locales: readonly (string | null | undefined)[]
): Promise<Texts> {
  const { language } = await readServerSettings(deps, guildId);
  return textsFor(language, ...locales);
}
