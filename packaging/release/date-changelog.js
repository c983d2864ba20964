// Gives the section of the changelog that is not released yet the version of package.json and today's date. `npm version` runs it.
import { readFileSync, writeFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const changelog = readFileSync('CHANGELOG.md', 'utf8');
const dated = changelog.replace(
  /^## .*\(unreleased\)$/m,
  `## ${version} (${new Date().toISOString().slice(0, 10)})`,
);
if (dated === changelog) {
  process.stderr.write(
    'CHANGELOG.md has no section that ends with “(unreleased)”, so there is nothing to release.\n',
  );
  process.exit(1);
}
writeFileSync('CHANGELOG.md', dated);
