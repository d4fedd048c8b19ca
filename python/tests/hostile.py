"""Files that end their workers."""

from __future__ import annotations

import struct
import zlib


def swelling_page() -> bytes:
    """A small PDF, one page of which has 700 MiB of drawing: no worker of 512 MiB can hold it."""
    packer = zlib.compressobj(9)
    mebibyte = b"0 0 m " * (2**20 // 6)
    drawing = b"".join([*(packer.compress(mebibyte) for _ in range(700)), packer.flush()])
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<<>>>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(drawing), drawing),
    ]
    file = b"%PDF-1.4\n"
    table = b"xref\n0 5\n0000000000 65535 f \n"
    for number, body in enumerate(bodies, 1):
        table += b"%010d 00000 n \n" % len(file)
        file += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    end = b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(file)
    return file + table + end


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
