#!/usr/bin/env bash
# Qt 6.11.3, QNetworkAccessManager: an answer compressed with gzip that is cut short of its Content-Length ends in
# NoError, status 200, with half of the text. Qt asks for gzip by itself when the program names no Accept-Encoding.
#
# Expected: RemoteHostClosedError, as an uncompressed answer cut at the same place gives.
# Seen: gzip: NoError and a part of the text; identity: RemoteHostClosedError.
# "No error" is no proof of a whole answer: name an own Accept-Encoding, or carry an end mark in the text.
#
# Installs PySide6-Essentials 6.11.3 in a temporary folder. Ends with 0 while Qt behaves so, with 1 once it changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check PySide6-Essentials==6.11.3
cat > "$work/cut.py" <<'PY'
import gzip
import random
import socket
import sys
import threading

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer, QUrl, qVersion
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkRequest

whole = "".join(random.Random(1).choice("abcdefgh") for _ in range(40_000)).encode()


def serve(server: socket.socket) -> None:
    while True:
        line, _ = server.accept()
        head = line.recv(65536)
        zipped = b"gzip" in head.lower()
        body = gzip.compress(whole) if zipped else whole
        kind = b"Content-Encoding: gzip\r\n" if zipped else b""
        line.sendall(b"HTTP/1.1 200 OK\r\n" + kind + b"Content-Length: %d\r\n\r\n" % len(body))
        line.sendall(body[: len(body) // 2])
        line.close()


server = socket.create_server(("127.0.0.1", 0))
threading.Thread(target=serve, args=(server,), daemon=True).start()
app = QCoreApplication([])
manager = QNetworkAccessManager()


def ask(encoding: bytes | None) -> tuple[str, int]:
    request = QNetworkRequest(QUrl(f"http://127.0.0.1:{server.getsockname()[1]}/"))
    if encoding is not None:
        request.setRawHeader(b"Accept-Encoding", encoding)
    reply = manager.get(request)
    loop = QEventLoop()
    reply.finished.connect(loop.quit)
    QTimer.singleShot(10_000, loop.quit)
    loop.exec()
    return reply.error().name, len(reply.readAll().data())


zipped, plain = ask(None), ask(b"identity")
print(f"Qt {qVersion()}, {len(whole)} bytes cut at half: gzip {zipped}, identity {plain}")
sys.exit(0 if zipped[0] == "NoError" and zipped[1] < len(whole) and plain[0] == "RemoteHostClosedError" else 1)
PY
"$work/venv/bin/python" "$work/cut.py"
