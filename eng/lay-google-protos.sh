#!/usr/bin/env bash
# Lays the google/api, google/rpc and google/type protos that the contract imports, and those of what its errors carry,
# into artifacts/protos, where buf.yaml looks for them.
# They come from the Google.Api.CommonProtos package that the Contracts project restores.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

project=src/CodeReference.Contracts
target=artifacts/protos

dotnet restore "$project" --verbosity quiet
source=$(dotnet msbuild "$project" -getProperty:GoogleApiCommonProtos_ProtosPath)
if [[ ! -d $source ]]; then
  echo "No protos in the Google.Api.CommonProtos package: '$source'" >&2
  exit 1
fi

rm -rf "$target"
mkdir -p "$target/google/api" "$target/google/rpc" "$target/google/type"
cp "$source/google/api/annotations.proto" "$source/google/api/http.proto" "$target/google/api/"
cp "$source/google/rpc/status.proto" "$source/google/rpc/error_details.proto" "$target/google/rpc/"
cp "$source/google/type/date.proto" "$target/google/type/"
