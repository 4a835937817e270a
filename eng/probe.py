#!/usr/bin/python3
"""Asks a gRPC server every 20 ms over one connection, whether or not it has answered, and writes what became of it: "probe.py PORT SECONDS".

Needs Debian's python3-h2. The question is ValidateModifiers of 14020 without modifiers. A line for each answer: its
grpc-status, and how long it took in milliseconds.
"""
import select
import socket
import sys
import time

import h2.config
import h2.connection
import h2.events

INTERVAL = 0.02
HEADERS = [(":method", "POST"), (":scheme", "http"), (":authority", "localhost"),
           (":path", "/codereference.v1.CodeReferenceService/ValidateModifiers"),
           ("content-type", "application/grpc"), ("te", "trailers")]

port, seconds = int(sys.argv[1]), float(sys.argv[2])
wire = socket.create_connection(("127.0.0.1", port))
wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
connection = h2.connection.H2Connection(h2.config.H2Configuration(client_side=True, header_encoding="utf-8"))
connection.initiate_connection()
wire.sendall(connection.data_to_send())
begun, statuses = {}, {}


def ask():
    stream = connection.get_next_available_stream_id()
    connection.send_headers(stream, HEADERS)
    connection.send_data(stream, b"\0\0\0\0\x07\x0a\x0514020", end_stream=True)
    begun[stream] = time.monotonic()
    wire.sendall(connection.data_to_send())


def listen():
    now = time.monotonic()
    for event in connection.receive_data(wire.recv(65536)):
        if isinstance(event, (h2.events.ResponseReceived, h2.events.TrailersReceived)):
            statuses[event.stream_id] = dict(event.headers).get("grpc-status", statuses.get(event.stream_id))
        elif isinstance(event, h2.events.DataReceived):
            connection.acknowledge_received_data(event.flow_controlled_length, event.stream_id)
        elif isinstance(event, h2.events.StreamEnded):
            print(statuses.pop(event.stream_id), f"{1000 * (now - begun.pop(event.stream_id)):.2f}")
    wire.sendall(connection.data_to_send())


end = time.monotonic() + seconds
due = time.monotonic()
# What was asked last may take two seconds more, when it is turned away.
while time.monotonic() < end or (begun and time.monotonic() < end + 2):
    if select.select([wire], [], [], max(0.0, min(due - time.monotonic(), INTERVAL)))[0]:
        listen()
    if due <= time.monotonic() < end and len(begun) < connection.remote_settings.max_concurrent_streams:
        ask()
        due += INTERVAL
    elif time.monotonic() >= end:
        due = end + INTERVAL * 1000
