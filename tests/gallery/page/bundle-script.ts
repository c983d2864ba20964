import { join } from 'node:path';
import { rolldown } from 'rolldown';

/** The components and what else runs in the page, as one script that needs nothing else. */
export async function bundleScript(): Promise<string> {
  const bundle = await rolldown({ input: join(import.meta.dirname, 'browser.js'), platform: 'browser' });
  const { output } = await bundle.generate({ format: 'iife', minify: true });
  await bundle.close();
  // In a string of the script this would end the element that holds it.
  return output[0].code.replaceAll('</script', String.raw`<\/script`);
}
