#!/usr/bin/python3
"""Asks a gRPC server once in 20 ms over one connection, and says how long it took: "probe.py PORT SECONDS".

Needs Debian's python3-h2. The question is ValidateModifiers of 14020 without modifiers.
"""
import socket
import sys
import time

import h2.config
import h2.connection
import h2.events

port, seconds = int(sys.argv[1]), float(sys.argv[2])
wire = socket.create_connection(("127.0.0.1", port))
wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
connection = h2.connection.H2Connection(h2.config.H2Configuration(client_side=True, header_encoding="utf-8"))
connection.initiate_connection()
wire.sendall(connection.data_to_send())


def ask():
    """One call: its grpc-status and how long it took, in milliseconds."""
    stream, began, status = connection.get_next_available_stream_id(), time.monotonic(), None
    connection.send_headers(stream, [(":method", "POST"), (":scheme", "http"), (":authority", "localhost"),
                                     (":path", "/codereference.v1.CodeReferenceService/ValidateModifiers"),
                                     ("content-type", "application/grpc"), ("te", "trailers")])
    connection.send_data(stream, b"\0\0\0\0\x07\x0a\x0514020", end_stream=True)
    wire.sendall(connection.data_to_send())
    while True:
        for event in connection.receive_data(wire.recv(65536)):
            if isinstance(event, (h2.events.ResponseReceived, h2.events.TrailersReceived)):
                status = dict(event.headers).get("grpc-status", status)
            elif isinstance(event, h2.events.DataReceived):
                connection.acknowledge_received_data(event.flow_controlled_length, event.stream_id)
            elif isinstance(event, h2.events.StreamEnded):
                wire.sendall(connection.data_to_send())
                return status, 1000 * (time.monotonic() - began)


served, shed, last_shed, end = [], [], 0.0, time.monotonic() + seconds
while time.monotonic() < end:
    status, took = ask()
    (served if status == "0" else shed).append(took)
    last_shed = last_shed if status == "0" else time.monotonic()
    time.sleep(0.02)


def spread(times):
    times.sort()
    return "none" if not times else f"{len(times)}, median {times[len(times) // 2]:.1f} ms, p99 {times[len(times) * 99 // 100]:.1f} ms"


print(f"probe: served {spread(served)}; shed {spread(shed)}")
