#!/usr/bin/env bash
# Packs what npm would publish, installs it into an empty folder, and asks it a question there.
set -euo pipefail
cd "$(dirname "$0")/../.."

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# The engine of the encoders would load what only graphics cards need.
export npm_config_ignore_scripts=true

npm pack --silent --pack-destination "$scratch" >/dev/null
mkdir "$scratch/empty"
cd "$scratch/empty"
npm init --yes --silent >/dev/null
npm install --silent --omit=dev "$scratch"/*.tgz
question='How many representative offices does Russian customs have abroad?'
answer=$(npx --no footnote ask --knowledge node_modules/footnote/knowledge "$question")
echo "$answer"
grep -q '8 representative offices' <<<"$answer"
npx --no footnote articles --knowledge node_modules/footnote/knowledge
du -sh "$scratch"/*.tgz node_modules
