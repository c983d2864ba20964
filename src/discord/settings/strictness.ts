import { ApplicationCommandOptionType } from 'discord.js';
import type { ServerSettings } from '../../server-settings/settings-table.ts';
import type { Localised } from '../../wording/kit/texts.ts';
import { menu, named } from '../kit/components/menu.ts';
import type { SettingsPart } from './part.ts';

const STEP = 'step';
const STEPS: Readonly<Record<ServerSettings['strictness'], Localised>> = {
  strict: {
    en: 'Strict: only what I am very sure of',
    ru: 'Строго: только в чём очень уверен',
    de: 'Streng: nur, wo ich sehr sicher bin',
    es: 'Estricto: solo si estoy muy seguro',
    fr: 'Strict : seulement si je suis très sûr',
  },
  balanced: {
    en: 'Balanced: what I am sure of (as at first)',
    ru: 'Взвешенно: в чём уверен (как вначале)',
    de: 'Ausgewogen: wo ich sicher bin (wie am Anfang)',
    es: 'Equilibrado: si estoy seguro (como al principio)',
    fr: 'Équilibré : si je suis sûr (comme au début)',
  },
  lenient: {
    en: 'Lenient: more answers, and more wrong ones',
    ru: 'Мягко: больше ответов, и больше неверных',
    de: 'Großzügig: mehr Antworten, auch mehr falsche',
    es: 'Flexible: más respuestas, y más erróneas',
    fr: 'Souple : plus de réponses, et plus de fausses',
  },
};

/** `/settings strictness`: how sure of an answer the bot has to be. */
export const strictnessSettings: SettingsPart = {
  option: {
    type: ApplicationCommandOptionType.Subcommand,
    ...menu({
      en: ['strictness', 'How sure I have to be to answer'],
      ru: ['строгость', 'Насколько уверен я должен быть, чтобы ответить'],
      de: ['strenge', 'Wie sicher ich sein muss, um zu antworten'],
      es: ['rigor', 'Cuán seguro tengo que estar para responder'],
      fr: ['rigueur', 'À quel point je dois être sûr pour répondre'],
    }),
    options: [
      {
        type: ApplicationCommandOptionType.String,
        required: true,
        ...menu({
          en: [STEP, 'One of three steps'],
          ru: ['ступень', 'Одна из трёх ступеней'],
          de: ['stufe', 'Eine von drei Stufen'],
          es: ['grado', 'Uno de tres grados'],
          fr: ['degré', 'Un de trois degrés'],
        }),
        choices: Object.entries(STEPS).map(([value, name]) => ({ ...named(name), value })),
      },
    ],
  },
  changes: ({ options }) => ({ strictness: stepOf(options.getString(STEP, true)) }),
  inWords: ({ strictness }, { settings }) => settings.strictness[strictness],
  warnings: () => [],
};

/** Discord lets nothing else through than the choices. */
function stepOf(value: string): ServerSettings['strictness'] {
  return value === 'strict' || value === 'lenient' ? value : 'balanced';
}
