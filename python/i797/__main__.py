"""Becomes the program `extract`: `python -m i797`, and the command that the package installs."""

from __future__ import annotations

import os
import sys

from ._read import PROGRAM


def main() -> None:
    """Replaces this process."""
    os.execv(PROGRAM, ["extract", *sys.argv[1:]])


if __name__ == "__main__":
    main()
