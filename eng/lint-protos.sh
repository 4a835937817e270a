#!/usr/bin/env bash
# Lints the protos and checks their format; fails on any finding.
# "eng/lint-protos.sh --write" formats them instead of only checking.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

buf() { npx --yes @bufbuild/buf@1.75.0 "$@"; }

eng/lay-google-protos.sh
buf lint
if [[ ${1:-} == --write ]]; then
  buf format --write protos
else
  buf format --diff --exit-code protos
fi
