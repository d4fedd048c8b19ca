#!/usr/bin/env python3
"""Run a command and print the peak memory of its process tree, sampled four times a second (Linux).

usage: peak-memory.py COMMAND [ARGUMENT...]

SIGTERM stops the command and prints the peak so far. Resident memory counts shared pages once per
process; the proportional size (PSS) counts them once in total.
"""

import os
import signal
import subprocess
import sys
import time


def kib(pid, file, key):
    try:
        with open(f"/proc/{pid}/{file}") as lines:
            return next((int(line.split()[1]) for line in lines if line.startswith(key)), 0)
    except OSError:
        return 0  # it has exited, or may not be inspected


def tree(root):
    """Return the process and its descendants."""
    parents = {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        parents.setdefault(kib(name, "status", "PPid:"), []).append(int(name))
    found = [root]
    for pid in found:
        found.extend(parents.get(pid, []))
    return found


if len(sys.argv) < 2:
    sys.exit(__doc__)
child = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
signal.signal(signal.SIGTERM, lambda *_: child.terminate())
resident = proportional = processes = 0
while child.poll() is None:
    pids = tree(child.pid)
    processes = max(processes, len(pids))
    resident = max(resident, sum(kib(pid, "status", "VmRSS:") for pid in pids))
    proportional = max(proportional, sum(kib(pid, "smaps_rollup", "Pss:") for pid in pids))
    time.sleep(0.25)
print(
    f"peak: {resident / 1024:.0f} MiB resident, {proportional / 1024:.0f} MiB proportional, "
    f"in {processes} processes"
)
sys.exit(child.returncode)
