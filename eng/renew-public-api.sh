#!/usr/bin/env bash
# Renews what PublicAPI.Unshipped.txt of the library and the client say, by what the analyzer finds; the diff is the change
# of the public API, to be read like code. What is in PublicAPI.Shipped.txt stays there, and is marked when it is gone.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_UI_LANGUAGE=en LC_ALL=C

for project in CodeReference CodeReference.Client; do
  api=src/$project/PublicAPI.Unshipped.txt
  echo '#nullable enable' >"$api"
  found=$(dotnet build "src/$project" --no-incremental --nodeReuse:false -v quiet -p:TreatWarningsAsErrors=false -p:BuildProjectReferences=false || true)
  {
    sed -nE "s/.*RS0016: Symbol '(.*)' is not part of the declared public API.*/\1/p" <<<"$found"
    sed -nE "s/.*RS0017: Symbol '(.*)' is part of the declared API, but.*/*REMOVED*\1/p" <<<"$found"
  } | sort -u >>"$api"
  echo "$api: $(($(wc -l <"$api") - 1)) entries"
done
