#!/usr/bin/env bash
# Qt 6.11.3, QNetworkAccessManager: a request's QSslConfiguration counts for the first request to a host and port only.
# What a later request sets is ignored, even where it needs a connection of its own: that one is verified by the first
# request's configuration, too.
#
# Expected: a request that trusts certificate B alone fails with SslHandshakeFailedError at a server that shows A.
# Seen: it is sent and answered, if an earlier request of the same manager trusted A; a fresh manager refuses.
# So whoever changes what is trusted needs a fresh manager (clearConnectionCache ends what is under way).
#
# Installs PySide6-Essentials 6.11.3 and cryptography 50.0.2 in a temporary folder. Ends with 0 while Qt behaves so, with
# 1 once it changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check PySide6-Essentials==6.11.3 cryptography==50.0.2
cat > "$work/trusts.py" <<'PY'
import contextlib
import datetime
import pathlib
import socket
import ssl
import sys
import threading

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer, QUrl, qVersion
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkRequest, QSslCertificate, QSslConfiguration

NAME = "server.example"
folder = pathlib.Path(sys.argv[1])


def make(file: str) -> bytes:
    """A self-signed certificate for NAME, with its key in ``file``; the certificate as PEM."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, NAME)])
    dates = datetime.datetime(2020, 1, 1), datetime.datetime(2090, 1, 1)
    alternative = x509.SubjectAlternativeName([x509.DNSName(NAME)])
    made = x509.CertificateBuilder(name, name, key.public_key(), 1, *dates).add_extension(alternative, False)
    certificate = made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    (folder / file).write_bytes(key.private_bytes(*form) + certificate)
    return certificate


shown, other = make("shown.pem"), make("other.pem")
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(folder / "shown.pem")
server = socket.create_server(("127.0.0.1", 0))
connections = []


def serve() -> None:
    while True:
        plain, _ = server.accept()
        connections.append(plain)
        with contextlib.suppress(OSError), context.wrap_socket(plain, server_side=True) as line:
            line.recv(65536)
            line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok")


threading.Thread(target=serve, daemon=True).start()
app = QCoreApplication([])


def ask(manager: QNetworkAccessManager, trusted: bytes) -> str:
    request = QNetworkRequest(QUrl(f"https://127.0.0.1:{server.getsockname()[1]}/"))
    configuration = QSslConfiguration.defaultConfiguration()
    configuration.setCaCertificates(QSslCertificate.fromData(trusted))
    request.setSslConfiguration(configuration)
    request.setPeerVerifyName(NAME)
    reply = manager.get(request)
    loop = QEventLoop()
    reply.finished.connect(loop.quit)
    QTimer.singleShot(10_000, loop.quit)
    loop.exec()
    return reply.error().name


manager, fresh = QNetworkAccessManager(), QNetworkAccessManager()
told = ask(manager, shown), ask(manager, other), ask(fresh, other)
print(f"Qt {qVersion()}, {len(connections)} connections: trusting A {told[0]}, then B {told[1]}, B afresh {told[2]}")
as_seen = ("NoError", "NoError", "SslHandshakeFailedError")
sys.exit(0 if told == as_seen and len(connections) == 3 else 1)
PY
"$work/venv/bin/python" "$work/trusts.py" "$work"
