#!/usr/bin/python3
"""Prints a port of this machine that nobody listens at.

It is below those that the system gives to connections: none takes it before a service does, or while one restarts.
"""
import random
import socket

for port in random.sample(range(20000, 32000), 12000):
    with socket.socket() as listener:
        try:
            listener.bind(("127.0.0.1", port))
        except OSError:
            continue
    print(port)
    break
