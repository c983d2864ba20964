import { checkDiscordSettings, listMistakes } from '../../settings/settings.ts';
import { terminalTexts } from '../../wording/kit/english.ts';
import { createScreen, type Screen, wrapText, wrapWithMarker } from '../screen.ts';
import { type CommandHost, toJsonLine } from '../terminal.ts';
import { checkDiscord } from './check-discord.ts';
import { checkArticles, checkEncoders, checkNode, checkStore } from './check-machine.ts';
import { DiscordClient } from './discord-client.ts';
import { parseDoctorArguments } from './doctor-arguments.ts';
import { doubtful, type Finding, good, wrong } from './finding.ts';

const { doctor: words } = terminalTexts;

/**
 * Runs `doctor`: checks everything that the bot needs and changes nothing. Returns the exit status: 1 where something is wrong.
 *
 * @throws {UserFacingError} `unusable-arguments`
 */
export async function runDoctorCommand(
  args: readonly string[],
  host: Pick<CommandHost, 'env' | 'models' | 'nowMs' | 'output'>,
): Promise<number> {
  const { isOffline, isJson } = parseDoctorArguments(args);
  const { settings, mistakes } = checkDiscordSettings(host.env);
  const findings: Finding[] = [];
  const screen = createScreen(host.output);
  const tell = (...found: readonly Finding[]): void => {
    findings.push(...found);
    if (!isJson) for (const each of found) host.output.write(`${renderFinding(screen, each)}\n`);
  };
  tell(checkNode(), ...describeMistakes(listMistakes(mistakes, host.env), isOffline));
  tell(await checkArticles(settings, host));
  tell(...(await checkStore(settings)));
  tell(await checkEncoders(settings, host));
  // Nothing is sent to an address that is wrong, and no token that cannot be one.
  if (!isOffline && !mistakes.some((mistake) => /DISCORD_(?:TOKEN|API_URL)/.test(mistake)))
    tell(...(await checkDiscord(new DiscordClient(settings), settings, Date.now)));
  const isWell = findings.every(({ level }) => level !== 'wrong');
  if (isJson) host.output.write(`${toJsonLine({ ok: isWell, findings })}\n`);
  else host.output.write(`\n${wrapText(screen, summarise(findings))}\n`);
  return isWell ? 0 : 1;
}

/** Without Discord, nobody needs its token. */
function describeMistakes(mistakes: readonly string[], isOffline: boolean): readonly Finding[] {
  if (mistakes.length === 0) return [good('settings', words.settings)];
  return mistakes.map((mistake) =>
    isOffline && mistake.startsWith('DISCORD_TOKEN is missing')
      ? doubtful('settings', mistake, words.correctSettings)
      : wrong('settings', mistake, words.correctSettings),
  );
}

const SIGNS = { good: '✓', doubtful: '!', wrong: '✗' } as const;

function renderFinding(screen: Screen, { level, found, remedy }: Finding): string {
  const { colours } = screen;
  const paint = { good: colours.green, doubtful: colours.yellow, wrong: colours.red }[level];
  const text = remedy === null ? found : `${found} ${remedy}`;
  const lines = wrapWithMarker(screen, { indent: 0, marker: `${SIGNS[level]} `, text });
  return paint(SIGNS[level]) + lines.slice(SIGNS[level].length);
}

function summarise(findings: readonly Finding[]): string {
  const count = (level: Finding['level']): number => findings.filter((each) => each.level === level).length;
  return words.summary({ wrong: count('wrong'), doubtful: count('doubtful') });
}
