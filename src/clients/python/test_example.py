"""Runs the example against the service, a process of its own. Both have to be built: the stubs and the service."""

import importlib.util
import os
import socket
import subprocess
import sys
import unittest
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
REPOSITORY = FOLDER.parents[2]
SERVICE = REPOSITORY / "src/CodeReference.Service/bin/Debug/net10.0/CodeReference.Service.dll"


@unittest.skipUnless(importlib.util.find_spec("grpc"), "there is no grpcio: python3-grpcio of Debian, or pip install grpcio")
class ExampleTest(unittest.TestCase):
    def setUp(self) -> None:
        import grpc

        self.address = f"127.0.0.1:{free_port()}"
        endpoints = [f"--Kestrel:Endpoints:Grpc:Url=http://{self.address}", f"--Kestrel:Endpoints:Json:Url=http://127.0.0.1:{free_port()}"]
        service = subprocess.Popen(["dotnet", SERVICE, *endpoints], stdout=subprocess.DEVNULL)
        self.addCleanup(service.wait)
        self.addCleanup(service.kill)
        with grpc.insecure_channel(self.address) as channel:
            grpc.channel_ready_future(channel).result(timeout=60)

    def test_example_asks_the_service(self) -> None:
        environment = {**os.environ, "PYTHONPATH": str(FOLDER / "generated")}
        run = subprocess.run([sys.executable, FOLDER / "example.py", self.address], env=environment, text=True, stdout=subprocess.PIPE, check=True, timeout=60)

        self.assertRegex(run.stdout, r"^14020 50 LT: OUTCOME_REJECT\n  LAT-01: ")
        self.assertIn("\nadjacent tissue transfer, forearm, 8 sq cm: 14020\n", run.stdout)
        self.assertRegex(run.stdout, r"\n14022: NOT_FOUND, CODE_NOT_FOUND, nearest .*14020")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


if __name__ == "__main__":
    unittest.main()
