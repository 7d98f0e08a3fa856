"""Latency of GET requests, one after another over one connection: prints "p50 p95 p99" in milliseconds.

Reads one path a line from standard input; anything but 200 ends the run with an error.
"""

import http.client
import sys
import time
import urllib.parse

base, key, warm_up = sys.argv[1], sys.argv[2], int(sys.argv[3])
paths = [line.strip() for line in sys.stdin if line.strip()]
connection = http.client.HTTPConnection(urllib.parse.urlsplit(base).netloc)
headers = {"Authorization": f"Bearer {key}"}


def get(path):
    started = time.perf_counter()
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200:
        sys.exit(f"{path} answered {answer.status}: {body[:500]!r}")
    return (time.perf_counter() - started) * 1000


for path in paths[:warm_up]:
    get(path)
times = sorted(get(path) for path in paths[warm_up:])
print(" ".join(f"{times[min(len(times) - 1, int(len(times) * share))]:.1f}" for share in (0.5, 0.95, 0.99)))
