"""Takes the place of the platform for one client program and judges what the client sent.

Usage: recorder.py COMMAND [ARGUMENT...]; the server's address is added as the last argument.

The program changes an offering three times: without the description, with null, with a value. What
must arrive is that difference. Each answer has a property and an enum value that no document knows
yet, which a client has to bear.
"""

import json
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

OFFERING = "0198c0de-0000-7000-8000-000000000001"
EXPECTED = [
    {"name": "Check-in"},
    {"description": None},
    {"description": "Bags within 20 minutes"},
]
ANSWER = {
    "id": OFFERING,
    "name": "Check-in",
    "kind": "service",
    "status": "introduced-later",
    "allowedStatuses": ["introduced-later"],
    "introducedLater": {"by": "a newer platform"},
    "createdAt": "2026-11-21T09:30:00Z",
    "updatedAt": "2026-11-21T09:30:00Z",
}


class Recorder(BaseHTTPRequestHandler):
    received = []
    faults = []

    def do_PATCH(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        Recorder.received.append(json.loads(body))
        expected = {
            "Content-Type": "application/merge-patch+json",
            "If-Match": '"1"',
            "Authorization": "Bearer a-key",
        }
        for name, value in expected.items():
            if self.headers[name] != value:
                Recorder.faults.append(f"{name}: {self.headers[name]!r} instead of {value!r}")
        if self.path != f"/v1/offerings/{OFFERING}":
            Recorder.faults.append(f"path {self.path}")
        answer = json.dumps(ANSWER).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("ETag", '"2"')
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *arguments):
        pass


def main():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Recorder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    status = subprocess.run(sys.argv[1:] + [address], check=False).returncode
    server.shutdown()
    for expected, received in zip(EXPECTED, Recorder.received):
        if expected != received:
            Recorder.faults.append(f"sent {json.dumps(received)} instead of {json.dumps(expected)}")
    if len(Recorder.received) != len(EXPECTED):
        Recorder.faults.append(f"{len(Recorder.received)} requests instead of {len(EXPECTED)}")
    if status != 0:
        Recorder.faults.append(f"the program ended with status {status}")
    for fault in Recorder.faults:
        print(f"  FAULT {fault}")
    for received in Recorder.received:
        print(f"  received {json.dumps(received)}")
    return 1 if Recorder.faults else 0


if __name__ == "__main__":
    sys.exit(main())
