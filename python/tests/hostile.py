"""Files that end their workers."""

from __future__ import annotations

import struct
import zlib


def vast_picture() -> bytes:
    """A small PNG of 144 million pixels in colour, which no worker of 512 MiB can hold."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    side = 12_000
    packer = zlib.compressobj(9)
    row = b"\0" * (1 + 3 * side)
    pixels = b"".join([*(packer.compress(row) for _ in range(side)), packer.flush()])
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", header), (b"IDAT", pixels), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)
