#!/usr/bin/env bash
# Checks deploy/kubernetes by the schemas of Kubernetes and by what the service needs of it; fails on any finding.
# "eng/check-manifests.sh other.yaml" checks another file.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
manifests=$(realpath "${1:-$root/deploy/kubernetes/codereference.yaml}")

mkdir -p "$root/artifacts/manifests"
cd "$root/artifacts/manifests"
npm install --no-save --no-audit --no-fund --loglevel=error --prefix . kubernetes-models@4.5.1 js-yaml@4.1.0 >/dev/null
node "$root/eng/check-manifests.mjs" "$manifests"
