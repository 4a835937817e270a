#!/usr/bin/env bash
# Serves the default book by the README's command and asks it by the README's first curl, on ports of its own. Prints how long the
# first answer took, restore and build included. Fails when the answer is not the README's, or takes twice as long as it should.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

goal=180 # seconds, on a machine that does little else
# Below the ports that the system gives to connections. Nothing asks over gRPC here: the system chooses that port.
port=$((20000 + RANDOM % 12000))
while (: </dev/tcp/127.0.0.1/$port) 2>/dev/null; do port=$((port + 1)); done
json=http://127.0.0.1:$port
work=$(mktemp -d)
server=
stop() {
  if [[ -n $server ]]; then
    kill "$server" 2>/dev/null || true
    wait "$server" || true
  fi
  rm -rf "$work"
}
trap stop EXIT

# The command, and below it the comment that says what is in the answer, with commas between.
sample=$(awk '/^curl / { on = 1 } on; on && /^# / { exit }' README.md)
expected=${sample##*$'\n# '}
command=${sample%$'\n# '*}
if [[ $command != curl*http://127.0.0.1:5080/* || -z $expected || $expected == "$sample" ]]; then
  echo "README.md has no curl with a comment that says what is in the answer." >&2
  exit 1
fi

begin=$SECONDS
Kestrel__Endpoints__Json__Url=$json Kestrel__Endpoints__Grpc__Url=http://127.0.0.1:0 dotnet run --project src/CodeReference.Service >"$work/log" 2>&1 &
server=$!
until answer=$(bash -c "${command/http:\/\/127.0.0.1:5080/$json}"); do
  if ! kill -0 "$server" 2>/dev/null || ((SECONDS - begin > 2 * goal)); then
    cat "$work/log"
    echo "The service has not answered in $((SECONDS - begin)) s." >&2
    exit 1
  fi
  sleep 0.5
done
took=$((SECONDS - begin))

while read -r part; do
  if [[ $answer != *"$part"* ]]; then
    echo "The answer has no $part, which README.md promises: $answer" >&2
    exit 1
  fi
done <<<"${expected//, /$'\n'}"

echo "First answer after $took s"
if ((took > goal)); then
  echo "warning: The first answer should not take more than $goal s." >&2
fi
