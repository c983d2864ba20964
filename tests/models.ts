import { openModels } from '../src/requests/open-models.ts';

/** The learned data that comes with the project: what answers in the tests is what answers in use. */
export const models = await openModels('models');
