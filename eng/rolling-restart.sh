#!/usr/bin/env bash
# Restarts two replicas in turn under load: "eng/rolling-restart.sh [restarts] [TERM|KILL]". No call may be lost, and every
# answer has to be that of the book; exit code 1 otherwise. Needs the solution to be built.
# TERM: the replicas drain behind HAProxy (Debian's haproxy; skipped without it), and the callers do not repeat a call.
# KILL: the replicas go without a word, and the callers are clients that balance over both and repeat.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

restarts=${1:-10}
signal=${2:-TERM}
PATH=$PATH:/usr/sbin
if [[ $signal == TERM ]] && ! command -v haproxy >/dev/null; then
  echo "Skipped: haproxy is not installed."
  exit 0
fi

service=src/CodeReference.Service/bin/Debug/net10.0/CodeReference.Service.dll
load=tests/CodeReference.Load/bin/Debug/net10.0/CodeReference.Load.dll
work=$(mktemp -d)
declare -A pid=()
trap 'kill "${pid[@]}" 2>/dev/null || true; rm -rf "$work"' EXIT
export REPLICA_ONE_GRPC=$(eng/free-port.py) REPLICA_ONE_JSON=$(eng/free-port.py) REPLICA_TWO_GRPC=$(eng/free-port.py) REPLICA_TWO_JSON=$(eng/free-port.py)
export HAPROXY_PORT=$(eng/free-port.py) HAPROXY_SOCKET=$work/haproxy.sock

start() { # ONE or TWO
  local grpc=REPLICA_$1_GRPC json=REPLICA_$1_JSON
  # What makes the machine busy is not always the load: nothing is to be shed here.
  dotnet "$service" --Kestrel:Endpoints:Grpc:Url="http://127.0.0.1:${!grpc}" --Kestrel:Endpoints:Json:Url="http://127.0.0.1:${!json}" \
    --Drain:DelaySeconds=2 --Overload:MaxWaitMilliseconds=10000 >>"$work/$1.log" 2>&1 &
  pid[$1]=$!
  until curl -sf "http://127.0.0.1:${!json}/health" >/dev/null; do
    kill -0 "${pid[$1]}"
    sleep 0.1
  done
}

start ONE
start TWO
if [[ $signal == TERM ]]; then
  haproxy -db -f deploy/haproxy/haproxy.cfg >"$work/haproxy.log" 2>&1 &
  pid[haproxy]=$!
  sleep 1
  dotnet "$load" ask 1 "http://127.0.0.1:$HAPROXY_PORT" &
else
  dotnet "$load" ask 8 "http://127.0.0.1:$REPLICA_ONE_GRPC" "http://127.0.0.1:$REPLICA_TWO_GRPC" &
fi
pid[load]=$!

for ((i = 0; i < restarts; i++)); do
  sleep 1
  replica=$([[ $((i % 2)) == 0 ]] && echo ONE || echo TWO)
  kill -"$signal" "${pid[$replica]}"
  wait "${pid[$replica]}" 2>/dev/null || [[ $signal == KILL ]]
  start "$replica"
  # A client asks after a lost replica at least once a second: by then it is back, before the other goes.
  sleep 2
done

status=0
kill "${pid[load]}"
wait "${pid[load]}" || status=$?
unset 'pid[load]'
echo "$restarts restarts by SIG$signal"
exit "$status"
