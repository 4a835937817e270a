#!/usr/bin/env bash
# Restarts two replicas in turn under load, by SIGTERM, behind HAProxy: "eng/rolling-restart.sh [restarts]". No call may be lost.
# Needs haproxy and h2load (Debian's haproxy and nghttp2-client), and is skipped without them. Exit code 1 when a call is lost.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

restarts=${1:-10}
PATH=$PATH:/usr/sbin
for tool in haproxy h2load; do
  if ! command -v "$tool" >/dev/null; then
    echo "Skipped: $tool is not installed."
    exit 0
  fi
done

service=src/CodeReference.Service/bin/Debug/net10.0/CodeReference.Service.dll
work=$(mktemp -d)
declare -A pid=()
trap 'kill "${pid[@]}" 2>/dev/null || true; rm -rf "$work"' EXIT
free_port() { /usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
export REPLICA_ONE_GRPC=$(free_port) REPLICA_ONE_JSON=$(free_port) REPLICA_TWO_GRPC=$(free_port) REPLICA_TWO_JSON=$(free_port)
export HAPROXY_PORT=$(free_port) HAPROXY_SOCKET=$work/haproxy.sock

start() { # ONE or TWO
  local grpc=REPLICA_$1_GRPC json=REPLICA_$1_JSON
  dotnet "$service" --Kestrel:Endpoints:Grpc:Url="http://127.0.0.1:${!grpc}" --Kestrel:Endpoints:Json:Url="http://127.0.0.1:${!json}" \
    --Drain:DelaySeconds=2 >>"$work/$1.log" 2>&1 &
  pid[$1]=$!
  until curl -sf "http://127.0.0.1:${!json}/health" >/dev/null; do sleep 0.1; done
}

start ONE
start TWO
haproxy -db -f deploy/haproxy/haproxy.cfg >"$work/haproxy.log" 2>&1 &
pid[haproxy]=$!
sleep 1

# ValidateModifiers of 14020 with 59 and LT, framed.
printf '\x00\x00\x00\x00\x0f\x0a\x0514020\x12\x0259\x12\x02LT' >"$work/body"
method=http://127.0.0.1:$HAPROXY_PORT/codereference.v1.CodeReferenceService/ValidateModifiers
reply=$(curl -sf --http2-prior-knowledge -H 'content-type: application/grpc' -H 'te: trailers' --data-binary @"$work/body" "$method" | wc -c)
h2load -t1 -c4 -m8 -D$((restarts * 6 + 2)) -d "$work/body" -H 'content-type: application/grpc' -H 'te: trailers' "$method" >"$work/load" &
pid[load]=$!
for ((i = 0; i < restarts; i++)); do
  sleep 1
  replica=$([[ $((i % 2)) == 0 ]] && echo ONE || echo TWO)
  kill -TERM "${pid[$replica]}"
  wait "${pid[$replica]}"
  start "$replica"
  sleep 1
done
wait "${pid[load]}"
unset 'pid[load]'

# An error of gRPC is a success of HTTP without data: the bytes say how many were answered.
read -r total failed errored < <(sed -nE 's/^requests: ([0-9]+) total.* ([0-9]+) failed, ([0-9]+) errored.*/\1 \2 \3/p' "$work/load")
read -r succeeded < <(sed -nE 's/^requests: .* ([0-9]+) succeeded.*/\1/p' "$work/load")
bytes=$(sed -nE 's/^traffic: .* \(([0-9]+)\) data.*/\1/p' "$work/load")
lost=$((succeeded + failed - bytes / reply))
echo "$restarts restarts under load: $succeeded calls answered, $lost lost ($failed failed, $errored errored of $total begun)"
if ((lost > 0 || succeeded == 0)); then
  grep -E '^requests|^status' "$work/load"
  exit 1
fi
