import { listenForStopSignal } from './discord/connection/stop-signals.ts';
import { BENCH_SYNTAX } from './measuring/bench/bench-arguments.ts';
import { EVALUATE_SYNTAX } from './measuring/evaluation/evaluate-arguments.ts';
import { PLAYGROUND_SYNTAX } from './playground/playground-arguments.ts';
import { UserFacingError } from './requests/kit/user-facing-error.ts';
import { ARTICLES_SYNTAX } from './terminal/articles/articles-arguments.ts';
import { ASK_SYNTAX } from './terminal/ask/ask-arguments.ts';
import { type CommandSyntax, parseArguments, refuseOptionsTakenByNpm } from './terminal/command-arguments.ts';
import { DOCTOR_SYNTAX } from './terminal/doctor/doctor-arguments.ts';
import { isHelpRequested, renderCommandHelp, renderHelp } from './terminal/help.ts';
import { BACKUP_SYNTAX, MIGRATE_STORE_SYNTAX, RESTORE_SYNTAX } from './terminal/store/store-arguments.ts';
import type { CommandHost } from './terminal/terminal.ts';
import { TEXTS_SYNTAX } from './terminal/texts/texts-arguments.ts';

interface TerminalCommand {
  readonly syntax: CommandSyntax;
  /** Runs the command and returns its exit status. Imports the command's modules only then: loading discord.js takes longer than an answer. */
  readonly run: (args: readonly string[], host: CommandHost) => Promise<number>;
}

const START_SYNTAX = {
  name: 'start',
  forms: [{ operands: '', call: 'npm start', help: 'the Discord bot' }],
  options: {},
  examples: ['npm start', 'LOG_LEVEL=debug npm start'],
} as const;
const REGISTER_SYNTAX = {
  name: 'register',
  forms: [{ operands: '', help: 'registers the bot’s commands' }],
  options: {},
  examples: ['npm run register', 'DISCORD_GUILD_ID=123456789012345678 npm run register'],
} as const;

interface StoppableHost extends CommandHost {
  /** Resolves when somebody stops the command. */
  readonly stopSignal: Promise<NodeJS.Signals>;
}

/** Listens for the signals that stop a command before its modules are loaded, which takes a moment. */
function stoppable(
  load: () => Promise<(args: readonly string[], host: StoppableHost) => Promise<number>>,
): TerminalCommand['run'] {
  return async (args, host) => {
    const stopSignal = listenForStopSignal(host.env, host.nowMs);
    return (await load())(args, { ...host, stopSignal });
  };
}

/** The commands of the terminal, in the order of the help. */
const COMMANDS: readonly TerminalCommand[] = [
  {
    syntax: ASK_SYNTAX,
    run: async (args, host) => (await import('./terminal/ask/ask-command.ts')).runAskCommand(args, host),
  },
  {
    syntax: ARTICLES_SYNTAX,
    run: async (args, host) =>
      (await import('./terminal/articles/articles-command.ts')).runArticlesCommand(args, host),
  },
  {
    syntax: PLAYGROUND_SYNTAX,
    run: stoppable(async () => (await import('./playground/playground-command.ts')).runPlaygroundCommand),
  },
  {
    syntax: DOCTOR_SYNTAX,
    run: async (args, host) =>
      (await import('./terminal/doctor/doctor-command.ts')).runDoctorCommand(args, host),
  },
  {
    syntax: BACKUP_SYNTAX,
    run: stoppable(async () => (await import('./terminal/store/store-commands.ts')).runBackupCommand),
  },
  {
    syntax: RESTORE_SYNTAX,
    run: stoppable(async () => (await import('./terminal/store/store-commands.ts')).runRestoreCommand),
  },
  {
    syntax: MIGRATE_STORE_SYNTAX,
    run: stoppable(async () => (await import('./terminal/store/store-commands.ts')).runMigrateStoreCommand),
  },
  {
    syntax: TEXTS_SYNTAX,
    run: async (args, host) =>
      (await import('./terminal/texts/texts-command.ts')).runTextsCommand(args, host),
  },
  {
    syntax: EVALUATE_SYNTAX,
    run: async (args, host) =>
      (await import('./measuring/evaluation/evaluate-command.ts')).runEvaluateCommand(args, host),
  },
  {
    syntax: BENCH_SYNTAX,
    run: async (args, host) =>
      (await import('./measuring/bench/bench-command.ts')).runBenchCommand(args, host),
  },
  {
    syntax: START_SYNTAX,
    run: async (args, host) => {
      parseArguments(args, START_SYNTAX);
      const stopSignal = listenForStopSignal(host.env, host.nowMs);
      const { runStartCommand } = await import('./discord/connection/start-command.ts');
      return runStartCommand({ ...host, stopSignal });
    },
  },
  {
    syntax: REGISTER_SYNTAX,
    run: async (args, host) => {
      parseArguments(args, REGISTER_SYNTAX);
      return (await import('./discord/connection/shards/register-commands.ts')).runRegisterCommand(host);
    },
  },
];

export const HELP = renderHelp(COMMANDS.map(({ syntax }) => syntax));

/**
 * Runs the command that `name` names, or writes its help. Returns the exit status.
 *
 * @throws {UserFacingError} `unusable-arguments` where there is no such command, or npm kept its options; those of the command
 */
export async function runCommand(
  [name = '', ...args]: readonly string[],
  host: CommandHost,
): Promise<number> {
  const command = COMMANDS.find(({ syntax }) => syntax.name === name);
  if (isHelpRequested([name, ...args])) {
    host.output.write(command === undefined ? HELP : renderCommandHelp(command.syntax));
    return 0;
  }
  if (command !== undefined) {
    refuseOptionsTakenByNpm(command.syntax, host.env);
    return command.run(args, host);
  }
  const mistake = name === '' ? 'Say what to run.' : `There is no command “${name}”.`;
  throw new UserFacingError('unusable-arguments', `${mistake}\n\n${HELP}`);
}
