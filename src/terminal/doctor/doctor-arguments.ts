import { parseArguments } from '../command-arguments.ts';

export interface DoctorArguments {
  /** Whether to leave out all that asks Discord. */
  readonly isOffline: boolean;
  /** Whether to write JSON for scripts. */
  readonly isJson: boolean;
}

export const DOCTOR_SYNTAX = {
  name: 'doctor',
  forms: [{ operands: '', help: 'checks everything that the bot needs, with remedies' }],
  options: {
    offline: { type: 'boolean', help: 'leave out all that asks Discord' },
    json: { type: 'boolean', help: 'one JSON object' },
  },
  examples: ['npm run doctor', 'npm run --silent doctor -- --json --offline'],
} as const;

/**
 * Reads the arguments of `doctor`.
 *
 * @throws {UserFacingError} `unusable-arguments`
 */
export function parseDoctorArguments(args: readonly string[]): DoctorArguments {
  const { values } = parseArguments(args, DOCTOR_SYNTAX);
  return { isOffline: values.offline === true, isJson: values.json === true };
}
