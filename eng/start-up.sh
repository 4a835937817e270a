#!/usr/bin/env bash
# Measures how long the service takes from its start to its first answer: the median of so many starts, "eng/start-up.sh [starts] [assembly or executable]".
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

starts=${1:-7}
service=${2:-src/CodeReference.Service/bin/Release/net10.0/CodeReference.Service.dll}
[[ -f $service ]] || dotnet build src/CodeReference.Service -c Release --verbosity quiet
/usr/bin/python3 - "$service" "$starts" <<'PYTHON'
import http.client, subprocess, sys, time

def free_port():
    return int(subprocess.check_output(["eng/free-port.py"]))

# LookupCode of 14020 over gRPC-Web, which every build serves: a flag, the length and the message.
question = b"\0\0\0\0\x07" + b"\x12\x05" + b"14020"

command = ["dotnet", sys.argv[1]] if sys.argv[1].endswith(".dll") else [sys.argv[1]]

def start():
    """Milliseconds to the first answer, and megabytes resident then."""
    json, grpc = free_port(), free_port()
    began = time.monotonic()
    server = subprocess.Popen([*command, f"--Kestrel:Endpoints:Json:Url=http://127.0.0.1:{json}", f"--Kestrel:Endpoints:Grpc:Url=http://127.0.0.1:{grpc}"],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while time.monotonic() - began < 30:
            try:
                connection = http.client.HTTPConnection("127.0.0.1", json, timeout=5)
                connection.request("POST", "/codereference.v1.CodeReferenceService/LookupCode", question, {"content-type": "application/grpc-web"})
                if connection.getresponse().read().startswith(b"\0"):
                    took = 1000 * (time.monotonic() - began)
                    with open(f"/proc/{server.pid}/status") as status:
                        return took, next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmRSS:"))
            except OSError:
                time.sleep(0.005)
        raise SystemExit("The service has not answered in 30 s.")
    finally:
        server.terminate()
        server.wait(20)

times = sorted(start() for _ in range(int(sys.argv[2])))
took, resident = times[len(times) // 2]
print(f"first answer after {took:.0f} ms ({times[0][0]:.0f} to {times[-1][0]:.0f} in {len(times)} starts), {resident} MB resident")
sys.exit(took > 1000)
PYTHON
