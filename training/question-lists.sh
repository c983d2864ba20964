#!/usr/bin/env bash
# Lays out what the encoders learn from: training/question-lists.sh FOLDER, where FOLDER holds train/, faq/, natural-train/ and what is measured with.
set -euo pipefail
cd "$(dirname "$0")/.."
npx tsc -p training
node --max-old-space-size=8000 training/built/training/question-lists.js "$1" training/work/lists natural-train natural faq/faq-train faq/faq-dev train/squad11-train44 sets/xquad-en
