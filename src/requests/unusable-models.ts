import { UserFacingError } from './user-facing-error.ts';

/** The error for learned data that cannot be used; `detail` names the file and what is wrong with it. */
export function unusableModels(folder: string, detail: string, cause?: unknown): UserFacingError {
  const remedy = 'Get the folder “models” of this version again, for instance with: git checkout -- models';
  return new UserFacingError(
    'unusable-models',
    `The learned data in “${folder}” cannot be used: ${detail}. ${remedy}`,
    { cause },
  );
}
