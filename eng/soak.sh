#!/usr/bin/env bash
# Asks the service for a long time, in every right and wrong way, and looks at what it holds: "eng/soak.sh [minutes] [steps a second]".
# Exit code 1 when memory, handles or threads have grown after the first quarter, or when an answer was not the one expected.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

minutes=${1:-10}
rate=${2:-300}
service=src/CodeReference.Service/bin/Release/net10.0/CodeReference.Service.dll
load=tests/CodeReference.Load/bin/Release/net10.0/CodeReference.Load.dll
[[ -f $service ]] || dotnet build src/CodeReference.Service -c Release --verbosity quiet
[[ -f $load ]] || dotnet build tests/CodeReference.Load -c Release --verbosity quiet

work=$(mktemp -d)
server=
trap '[[ -z $server ]] || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
grpc=http://127.0.0.1:$(eng/free-port.py) json=http://127.0.0.1:$(eng/free-port.py)

# With the garbage collector of the image, and unmoved by what else the machine does.
DOTNET_gcServer=0 dotnet "$service" --Kestrel:Endpoints:Grpc:Url="$grpc" --Kestrel:Endpoints:Json:Url="$json" --Overload:MaxWaitMilliseconds=10000 >"$work/log" 2>&1 &
server=$!
until grep -qs 'Listening on' "$work/log"; do
  kill -0 "$server"
  sleep 0.1
done

status=0
dotnet "$load" soak "$minutes" "$rate" "$server" "$grpc" "$json" || status=$?
# What callers do wrong is no error of the service, although Kestrel warns of connections that break off.
if grep -E '(fail|crit):' "$work/log"; then status=1; fi
exit "$status"
