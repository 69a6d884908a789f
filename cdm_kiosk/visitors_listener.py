"""Where the visitors' listener stands: said on the command line, handed to the hub."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class VisitorsListener:
    """An address of this machine (0.0.0.0 for all) and a port (0: a free one).

    ``certificate`` and ``key`` are PEM files of the site's own; without them the pages travel plain.
    """

    host: str = "0.0.0.0"
    port: int = 0
    certificate: Path | None = None
    key: Path | None = None

    def arguments(self) -> list[str]:
        """The options that say this to another process."""
        said = ["--visitors-host", self.host, "--visitors-port", str(self.port)]
        if self.certificate is not None:
            said += ["--visitors-certificate", str(self.certificate)]
        if self.key is not None:
            said += ["--visitors-key", str(self.key)]
        return said
