"""Programs on a machine whose clock stands in another year, for their C libraries too."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

SOURCE = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>

static time_t ahead(void) { const char *by = getenv("CLOCK_AHEAD_S"); return by ? atoll(by) : 0; }

int clock_gettime(clockid_t clock, struct timespec *told) {
    static int (*real)(clockid_t, struct timespec *);
    if (!real) real = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
    int answer = real(clock, told);
    if (!answer && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) told->tv_sec += ahead();
    return answer;
}

time_t time(time_t *told) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (told) *told = now.tv_sec;
    return now.tv_sec;
}

int gettimeofday(struct timeval *told, void *zone) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (told) { told->tv_sec = now.tv_sec; told->tv_usec = now.tv_nsec / 1000; }
    return 0;
}
"""


def why_not() -> str:
    """Why no clock can be set here, "" where it can."""
    if sys.platform != "linux":
        return "only on Linux is a library put before those of a program"
    return "" if shutil.which("cc") else "a clock in another year needs a C compiler"


class WrongYear:
    """A library in ``folder``, and the environment in which a program's clock stands in another year."""

    def __init__(self, folder: Path) -> None:
        self._library = folder / "clock.so"
        command = ["cc", "-shared", "-fPIC", "-o", str(self._library), "-xc", "-", "-ldl"]
        subprocess.run(command, input=SOURCE, text=True, check=True)

    def environment(self, year: int) -> Mapping[str, str]:
        ahead_s = int(datetime(year, 6, 1, tzinfo=UTC).timestamp() - time.time())
        return {**os.environ, "LD_PRELOAD": str(self._library), "CLOCK_AHEAD_S": str(ahead_s)}
