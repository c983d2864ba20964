#!/usr/bin/env bash
# Trains everything that weighs features: training/ranking.sh FOLDER, after training/reader.sh FOLDER.
set -euo pipefail
cd "$(dirname "$0")/.."
npx tsc -p training
node training/built/training/ranking.js "$1/train" training/work/reader-fold.bin
