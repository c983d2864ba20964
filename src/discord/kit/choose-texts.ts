import { type SetUp, settingsIn } from '../../requests/kit/settings-in.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { textsFor } from '../../wording/languages.ts';

/** Returns the texts in the language that the server has chosen, else in the first of `locales` that the interface speaks. */
export async function chooseTexts(
  setUp: SetUp,
  guildId: string | null,
  ...locales: readonly (string | null | undefined)[]
): Promise<Texts> {
  const { language } = await settingsIn(setUp, guildId);
  return textsFor(language, ...locales);
}
