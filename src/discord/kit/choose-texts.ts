import { type SetUp, settingsIn } from '../../requests/kit/settings-in.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { textsFor } from '../../wording/languages.ts';

/** The texts for a server: in the language that it has chosen, else in the first of `locales` that the interface speaks. */
export async function chooseTexts(
  setUp: SetUp,
  guildId: string | null,
  ...locales: readonly (string | null | undefined)[]
): Promise<Texts> {
  const { language } = await settingsIn(setUp, guildId);
  return textsFor(language, ...locales);
}
