import { parseSetting, type SettingRow } from '../../server-settings/setting-row.ts';
import {
  DEFAULT_SETTINGS,
  SETTING_NAMES,
  SETTINGS,
  type ServerSettings,
  type SettingName,
} from '../../server-settings/settings-table.ts';
import { getOwnLanguageName } from '../../wording/article-words.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { isLanguage } from '../../wording/languages.ts';

/** How channels and roles are written. */
export interface ReferenceStyle {
  readonly channel: (id: string) => string;
  readonly role: (id: string) => string;
}

/** For texts where Discord turns mentions into names. Nobody is pinged. */
export const MENTIONS: ReferenceStyle = { channel: (id) => `<#${id}>`, role: (id) => `<@&${id}>` };

interface Look {
  readonly texts: Texts;
  readonly style: ReferenceStyle;
}

/** Returns one line part for each setting that differs: its name, and its value before and after. */
export function describeDifferences(
  before: ServerSettings,
  now: ServerSettings,
  look: Look,
): readonly string[] {
  return SETTING_NAMES.flatMap((name) => {
    const [from, to] = [before, now].map((settings) => formatSetting(name, settings[name], look));
    return from === undefined || to === undefined || from === to ? [] : [fill(name, { from, to }, look)];
  });
}

/** Describes a change of a setting by its stored values, null for the default. */
export function describeStoredChange(
  name: SettingName,
  stored: { readonly from: string | null; readonly to: string | null },
  look: Look,
): string {
  const read = (text: string | null) =>
    formatSetting(name, (text === null ? undefined : parseSetting(SETTINGS[name], text)) ?? null, look);
  return fill(name, { from: read(stored.from), to: read(stored.to) }, look);
}

function fill(
  name: SettingName,
  values: { readonly from: string; readonly to: string },
  { texts: { settings } }: Look,
): string {
  return settings.fromTo({ name: settings.names[name], ...values });
}

/** Returns a value in a word or two; null stands for the default. */
export function formatSetting(
  name: SettingName,
  value: ServerSettings[SettingName],
  { texts, style }: Look,
): string {
  const current = value ?? DEFAULT_SETTINGS[name];
  const all: Readonly<Record<string, Readonly<Record<string, string>>>> = texts.settings.values;
  const words = all[name] ?? {};
  const { kind }: SettingRow = SETTINGS[name];
  if (typeof current === 'boolean') return words[current ? 'on' : 'off'] ?? '';
  if (kind === 'choice' || kind === 'number') return words[String(current)] ?? String(current);
  return formatEntries(kind, current, style) || (words['none'] ?? '');
}

/** Returns channels, roles or a language's own name, separated by spaces; `''` for none. */
export function formatEntries(
  kind: SettingRow['kind'],
  value: ServerSettings[SettingName],
  style: ReferenceStyle,
): string {
  return listEntries(value)
    .map((entry) => formatEntry(kind, entry, style))
    .join(' ');
}

/** Returns the channels, the roles or the one text that a value holds; none for a number, a flag and nothing. */
export function listEntries(value: ServerSettings[SettingName]): readonly string[] {
  if (typeof value === 'object' && value !== null) return value;
  return typeof value === 'string' ? [value] : [];
}

function formatEntry(kind: SettingRow['kind'], entry: string, style: ReferenceStyle): string {
  if (kind === 'language') return isLanguage(entry) ? getOwnLanguageName(entry) : '';
  return kind === 'role' || kind === 'roles' ? style.role(entry) : style.channel(entry);
}
