#!/usr/bin/env bash
# Qt 6.11.3, QNetworkAccessManager: a PUT (and a GET) whose request was read by the server before a kept
# connection broke is sent again by the library itself. The server runs it twice; the program sees one success.
# A POST in the same place is sent once and ends in RemoteHostClosedError.
#
# Expected: a request with a body is never repeated without the program's word.
# Seen: PUT 2 times on the server with NoError at the client, POST 1 time with RemoteHostClosedError.
# An interface whose commands are PUT needs a key that makes repeating them harmless.
#
# Installs PySide6-Essentials 6.11.3 in a temporary folder. Ends with 0 while Qt behaves so, with 1 once it changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check PySide6-Essentials==6.11.3
cat > "$work/again.py" <<'PY'
import socket
import sys
import threading
from collections import Counter

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer, QUrl, qVersion
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest

read: Counter[str] = Counter()


def read_request(line: socket.socket) -> str:
    """The whole request: its head, then as many bytes as it announces."""
    data = b""
    while b"\r\n\r\n" not in data:
        more = line.recv(4096)
        if not more:
            return ""
        data += more
    head, _, body = data.partition(b"\r\n\r\n")
    length = next((int(h.split(b":")[1]) for h in head.split(b"\r\n") if h.lower().startswith(b"content-length")), 0)
    while len(body) < length:
        body += line.recv(4096)
    return head.split(b" ", 1)[0].decode()


def serve(server: socket.socket) -> None:
    """Answers the warming GET, reads the next request on the kept line, and hangs up without an answer, once."""
    broken = set()
    while True:
        line, _ = server.accept()
        while verb := read_request(line):
            if verb != "HEAD":
                read[verb] += 1
                if verb not in broken:
                    broken.add(verb)
                    break
            line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        line.close()


server = socket.create_server(("127.0.0.1", 0))
threading.Thread(target=serve, args=(server,), daemon=True).start()
app = QCoreApplication([])
manager = QNetworkAccessManager()
url = QUrl(f"http://127.0.0.1:{server.getsockname()[1]}/")


def wait(reply: QNetworkReply) -> QNetworkReply.NetworkError:
    loop = QEventLoop()
    reply.finished.connect(loop.quit)
    QTimer.singleShot(10_000, loop.quit)
    loop.exec()
    return reply.error()


errors = {}
for verb in ("PUT", "POST"):
    wait(manager.head(QNetworkRequest(url)))
    request = QNetworkRequest(url)
    request.setHeader(QNetworkRequest.KnownHeaders.ContentTypeHeader, "application/json")
    reply = manager.put(request, b"{}") if verb == "PUT" else manager.post(request, b"{}")
    errors[verb] = wait(reply).name
print(f"Qt {qVersion()}: read by the server: {dict(read)}; told to the program: {errors}")
seen = (read["PUT"], errors["PUT"], read["POST"], errors["POST"])
sys.exit(0 if seen == (2, "NoError", 1, "RemoteHostClosedError") else 1)
PY
"$work/venv/bin/python" "$work/again.py"
