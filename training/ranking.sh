#!/usr/bin/env bash
# Trains everything that weighs features: training/ranking.sh FOLDER, where FOLDER holds train/ and natural-train/. Takes the reader as it is.
set -euo pipefail
cd "$(dirname "$0")/.."
npx tsc -p training
node --max-old-space-size=8000 training/built/training/first-ranker.js "$1"
node --max-old-space-size=8000 training/built/training/ranking.js "$1"
