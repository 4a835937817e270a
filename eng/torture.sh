#!/usr/bin/env bash
# Attacks a running service with torture.py, a black-box harness for gRPC servers that is kept outside this repository.
# "eng/torture.sh <torture.py>" needs Debian's python3-hpack and the built service; it takes a minute and a half.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

harness=$(realpath "$1")
work=$(mktemp -d)
server=
trap '[[ -z $server ]] || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT

# Starts the service with the settings given, attacks its port $1 with the arguments after "--", and stops it.
attack() {
  local port=$1 json
  shift
  json=$(eng/free-port.py)
  local settings=()
  while [[ $1 != -- ]]; do settings+=("$1"); shift; done
  shift
  dotnet src/CodeReference.Service/bin/Debug/net10.0/CodeReference.Service.dll --Kestrel:Endpoints:Json:Url="http://127.0.0.1:$json" "${settings[@]}" \
    >"$work/log" 2>&1 &
  server=$!
  for _ in $(seq 100); do
    if grep -q 'Listening on' "$work/log"; then break; fi
    sleep 0.1
  done
  # The method validates one line: 14020 without modifiers.
  /usr/bin/python3 "$harness" --target "localhost:$port" --method /codereference.v1.CodeReferenceService/ValidateModifiers \
    --message-hex 0a053134303230 --string-field 3 --max-message 1048576 --cutoff-seconds 6 --pid "$server" --log "$work/log" "$@"
  kill "$server"
  wait "$server" || true
  server=
}

echo "Plaintext"
port=$(eng/free-port.py)
attack "$port" --Kestrel:Endpoints:Grpc:Url="http://127.0.0.1:$port" --

echo "TLS"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost \
  -keyout "$work/key.pem" -out "$work/certificate.pem" 2>/dev/null
port=$(eng/free-port.py)
attack "$port" --Kestrel:Endpoints:Tls:Url="https://127.0.0.1:$port" --Kestrel:Endpoints:Grpc:Url="http://127.0.0.1:$(eng/free-port.py)" \
  --Transport:Certificate="$work/certificate.pem" --Transport:CertificateKey="$work/key.pem" -- --ca "$work/certificate.pem"
