#!/usr/bin/env bash
# Trains the reader: training/reader.sh FOLDER, where FOLDER/train and FOLDER/sets hold the question sets.
# Needs python3 with numpy and torch 1.13 or newer; builds of torch with MKL are seven times as fast here as others.
set -euo pipefail
cd "$(dirname "$0")/.."
# One thread: more of them make small matrices slower, and the order of sums, and so the figures, would change.
export OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1
npx tsc -p training
node --max-old-space-size=8000 training/built/training/first-ranker.js "$1"
node training/built/training/reader-examples.js "$1"
python3 training/reader.py --epochs 12 --out models/reader.bin
