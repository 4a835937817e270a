#!/usr/bin/env bash
# Measures what the service does at more than it can answer: "eng/overload.sh [seconds] [assembly]", by h2load of Debian's nghttp2-client.
# First its peak (8 connections of 16 calls), then so many calls in flight that each would wait twice the limit of 20 ms, then
# 6,400, all from callers that ask again at once; meanwhile a probe asks once in 20 ms. Prints the answers per second, the
# share of calls shed, and what the probe saw.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

seconds=${1:-10}
if ! command -v h2load >/dev/null; then
  echo "Skipped: h2load is not installed (apt-get install nghttp2-client)."
  exit 0
fi

work=$(mktemp -d)
server=
trap '[[ -z $server ]] || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
free_port() { /usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
grpc=$(free_port) json=$(free_port)
service=${2:-src/CodeReference.Service/bin/Release/net10.0/CodeReference.Service.dll}
[[ -f $service ]] || dotnet build src/CodeReference.Service -c Release --verbosity quiet

# The server and its callers have a core each.
taskset -c 0 dotnet "$service" --Kestrel:Endpoints:Grpc:Url="http://127.0.0.1:$grpc" --Kestrel:Endpoints:Json:Url="http://127.0.0.1:$json" >"$work/log" 2>&1 &
server=$!
until grep -q 'Listening on' "$work/log"; do sleep 0.1; done

# ValidateModifiers of 14020 with 59 and LT, framed.
printf '\x00\x00\x00\x00\x0f\x0a\x0514020\x12\x0259\x12\x02LT' >"$work/body"
load() { # connections, calls in flight on each, seconds -> succeeded calls, bytes of data
  taskset -c 1 h2load -t1 -c"$1" -m"$2" -D"$3" -d "$work/body" -H 'content-type: application/grpc' -H 'te: trailers' \
    "http://127.0.0.1:$grpc/codereference.v1.CodeReferenceService/ValidateModifiers" |
    sed -nE 's/^requests: .* ([0-9]+) succeeded.*/\1/p; s/^traffic: .* \(([0-9]+)\) data.*/\1/p' | xargs
}

reply=$(curl -s --http2-prior-knowledge -H 'content-type: application/grpc' -H 'te: trailers' --data-binary @"$work/body" \
  "http://127.0.0.1:$grpc/codereference.v1.CodeReferenceService/ValidateModifiers" | wc -c)
load 8 16 5 >/dev/null # warm-up
read -r calls bytes < <(load 8 16 "$seconds")
peak=$((bytes / reply / seconds))
echo "peak: $peak answers/s of $((calls / seconds)) calls/s"

overload() { # connections, calls in flight on each
  /usr/bin/python3 eng/probe.py "$grpc" $((seconds + 4)) >"$work/probe" &
  local probe=$!
  sleep 1
  read -r calls bytes < <(load "$1" "$2" "$seconds")
  local answered=$((bytes / reply / seconds))
  echo "$(($1 * $2)) in flight: $answered answers/s ($((100 * answered / peak))% of the peak), $((100 - 100 * (bytes / reply) / calls))% of $((calls / seconds)) calls/s shed"
  wait "$probe"
  cat "$work/probe"
}

overload 16 $((peak * 40 / 1000 / 16 + 1))
overload 64 100
