#!/usr/bin/env bash
# Measures what the service does when it is asked more than it can answer: "eng/overload.sh [seconds] [assembly] [rounds]".
# In each round, for so many seconds each: its peak (32 connections of 4 and of 8 calls, the better of both); twice what it
# is to carry, which is so many calls on them that each would wait 20 ms, twice the limit; and 6,400 in flight. Callers ask
# again at once, and a probe asks every 20 ms beside them. Prints the medians of the rounds (5 by default, 3 minutes).
# Exit code 1 when at twice the peak less than 90% of it is answered, or the p99 of what is answered is over 50 ms.
# Needs Debian's nghttp2-client and python3-h2, two cores, and nothing else that runs on them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

seconds=${1:-6}
service=${2:-src/CodeReference.Service/bin/Release/net10.0/CodeReference.Service.dll}
rounds=${3:-5}
if ! command -v h2load >/dev/null || ! /usr/bin/python3 -c 'import h2' 2>/dev/null; then
  echo "Skipped: h2load or python3-h2 is not installed (apt-get install nghttp2-client python3-h2)."
  exit 0
fi

[[ -f $service ]] || dotnet build src/CodeReference.Service -c Release --verbosity quiet
run=("$service")
[[ $service != *.dll ]] || run=(dotnet "$service")
work=$(mktemp -d)
server=
trap '[[ -z $server ]] || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
grpc=$(eng/free-port.py) json=$(eng/free-port.py)
echo "Load of the machine before it: $(cut -d' ' -f1 /proc/loadavg); over 1, the figures tell of something else."

# The server and its callers have a core each; the memory of the server is set as in its image.
DOTNET_gcServer=0 DOTNET_GCgen0size=0x4000000 taskset -c 0 "${run[@]}" --Kestrel:Endpoints:Grpc:Url="http://127.0.0.1:$grpc" --Kestrel:Endpoints:Json:Url="http://127.0.0.1:$json" >"$work/log" 2>&1 &
server=$!
until grep -qs 'Listening on' "$work/log"; do sleep 0.1; done

# SelectCode by a narrative, framed: the dearest of the small questions, so that it is the server and not the load that has
# no time left.
narrative='Rotation flap of the left thigh, primary defect 2.5 x 3.2 cm, secondary defect 1 x 2 cm. No graft.'
printf "\\x00\\x00\\x00\\x00\\x$(printf %x $((${#narrative} + 2)))\\x42\\x$(printf %x ${#narrative})%s" "$narrative" >"$work/body"
method=http://127.0.0.1:$grpc/codereference.v1.CodeReferenceService/SelectCode
reply=$(curl -s --http2-prior-knowledge -H 'content-type: application/grpc' -H 'te: trailers' --data-binary @"$work/body" "$method" | wc -c)

# An error of gRPC is a success of HTTP without data: the bytes say how many were answered.
load() { # connections, calls in flight on each, seconds -> calls a second, answers a second
  taskset -c 1 h2load -t1 -c"$1" -m"$2" -D"$3" -d "$work/body" -H 'content-type: application/grpc' -H 'te: trailers' "$method" |
    sed -nE 's/^requests: .* ([0-9]+) succeeded.*/\1/p; s/^traffic: .* \(([0-9]+)\) data.*/\1/p' | xargs |
    awk -v reply="$reply" -v seconds="$3" '{ printf "%d %d\n", $1 / seconds, $2 / reply / seconds }'
}

measure() { # name, connections, calls in flight on each: a line in a file of the name, and the probe's in another
  # Who was turned away before is to be served again within two seconds.
  sleep 2
  /usr/bin/python3 eng/probe.py "$grpc" "$seconds" >>"$work/$1.probe" &
  local probe=$!
  load "$2" "$3" "$seconds" >>"$work/$1"
  wait "$probe"
}

# The compiler of hot code takes its turn in the pauses: on one core, under load, it would have none.
for _ in {1..12}; do
  load 32 2 2 >/dev/null
  sleep 1
done
for ((round = 1; round <= rounds; round++)); do
  measure peak 32 4
  measure peak 32 8
  peak=$(tail -2 "$work/peak" | cut -d' ' -f2 | sort -n | tail -1)
  twice=$((peak * 20 / 1000 / 32 + 1))
  measure twice 32 $((twice > 100 ? 100 : twice))
  measure 6400 64 100
done

/usr/bin/python3 - "$work" <<'PYTHON'
import statistics, sys

def read(name):
    with open(f"{sys.argv[1]}/{name}") as file:
        return [line.split() for line in file]

def p99(times):
    times.sort()
    return times[len(times) * 99 // 100] if times else float("nan")

rounds = {name: [(int(offered), int(good)) for offered, good in read(name)] for name in ("peak", "twice", "6400")}
rounds["peak"] = [max(both, key=lambda load: load[1]) for both in zip(rounds["peak"][::2], rounds["peak"][1::2])]
ratios, slow = {}, {}
print("| load | asked/s | answered/s | of the peak, by round | shed | probe served: p50, p99 | probe shed |")
print("|---|---|---|---|---|---|---|")
for name, figures in rounds.items():
    offered, good = (statistics.median(column) for column in zip(*figures))
    each = [mine[1] / peak[1] for mine, peak in zip(figures, rounds["peak"])]
    ratios[name] = statistics.median(each)
    probe = read(name + ".probe")
    served = [float(took) for status, took in probe if status == "0"]
    slow[name] = p99(served)
    print(f"| {name} | {offered:.0f} | {good:.0f} | {ratios[name]:.0%} ({min(each):.0%} to {max(each):.0%}) | {1 - good / offered:.0%} "
          f"| {statistics.median(served or [float('nan')]):.1f} ms, {slow[name]:.1f} ms of {len(served)} | {len(probe) - len(served)} |")
held = ratios["twice"] >= 0.9 and slow["twice"] <= 50
print(f"At twice the peak: {ratios['twice']:.0%} of it answered (aim: 90%), p99 {slow['twice']:.1f} ms (aim: 50 ms): {'held' if held else 'MISSED'}")
sys.exit(not held)
PYTHON
