#!/usr/bin/env bash
# Generates the messages and the service in the languages named, or in all four: "eng/generate-clients.sh python go".
# What each language needs is said in its src/clients/<language>/buf.gen.yaml; TypeScript needs "npm ci" in its folder.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export PATH="$PWD/src/clients/typescript/node_modules/.bin:$PATH"

[[ $# -gt 0 ]] || set -- python go java typescript

eng/lay-google-protos.sh
for language; do
  echo "$language"
  npx --yes @bufbuild/buf@1.75.0 generate --template "src/clients/$language/buf.gen.yaml"
done
