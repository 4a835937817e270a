#!/usr/bin/env bash
# Lints the protos, checks their format, and holds them to the contract that callers have; fails on any finding.
# "eng/lint-protos.sh --write" formats them instead of only checking, and takes them for the contract from now on.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

baseline=eng/contract-baseline.binpb
buf() { npx --yes @bufbuild/buf@1.75.0 "$@"; }

eng/lay-google-protos.sh
buf lint
if [[ ${1:-} == --write ]]; then
  buf format --write protos
  buf build protos --exclude-source-info -o "$baseline"
else
  buf format --diff --exit-code protos
  buf breaking protos --against "$baseline"
fi
