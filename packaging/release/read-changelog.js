// Prints what the changelog says of a version, for the notes of its release: node packaging/release/read-changelog.js 1.2.3
import { readFileSync } from 'node:fs';

const [version = ''] = process.argv.slice(2);
const sections = readFileSync('CHANGELOG.md', 'utf8').split(/^## /m).slice(1);
const section = sections.find((each) => each.split(/\s/)[0] === version);
if (section === undefined || version === '') {
  process.stderr.write(`CHANGELOG.md has no section “## ${version}”.\n`);
  process.exit(1);
}
process.stdout.write(`${section.slice(section.indexOf('\n')).trim()}\n`);
