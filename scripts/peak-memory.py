#!/usr/bin/env python3
"""Runs a command and prints the most memory that its processes held together, sampled four times a second; only on Linux.

usage: peak-memory.py COMMAND [ARGUMENT...]

SIGTERM ends the command and prints what was seen so far. Resident memory counts what processes share once for each of them; the proportional size (PSS) counts it once in all.
"""
import os, signal, subprocess, sys, time


def kib(pid, file, key):
    try:
        with open(f"/proc/{pid}/{file}") as lines:
            return next((int(line.split()[1]) for line in lines if line.startswith(key)), 0)
    except OSError:
        return 0  # it has ended, or is sealed from view


def tree(root):
    """The process and its descendants."""
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
print(f"peak: {resident / 1024:.0f} MiB resident, {proportional / 1024:.0f} MiB proportional, in {processes} processes")
sys.exit(child.returncode)
