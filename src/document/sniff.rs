//! What a file is by its first bytes. Kinds are told by content, never by name, because phones,
//! portals and mail programs save anything under any name.

/// What a file is by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// Portable Document Format, perhaps with other bytes before its header.
    Pdf,
    /// Portable Network Graphics.
    Png,
    /// JPEG.
    Jpeg,
    /// Tagged Image File Format of either byte order, BigTIFF too.
    Tiff,
    /// WebP.
    WebP,
    /// Windows bitmap.
    Bmp,
    /// A document or picture of a kind that is known but not read; the name of the kind.
    Unread(&'static str),
    /// No document; what it looks like.
    Other(&'static str),
}

/// How far into a file its `%PDF-` may stand: 1024 bytes by the habit of readers; mail headers and
/// spool prefixes are longer at times.
pub(crate) const HEADER_WITHIN: usize = 1 << 20;
/// Tells a file's kind from its beginning (at least 64 bytes where there are as many; more finds a
/// PDF behind other bytes).
pub fn sniff(start: &[u8]) -> FileKind {
    let starts = |magic: &[u8]| start.starts_with(magic);
    let form = start.get(8..12).unwrap_or_default();
    if starts(b"%PDF-") {
        FileKind::Pdf
    } else if starts(b"\x89PNG\r\n\x1a\n") {
        FileKind::Png
    } else if starts(b"\xff\xd8\xff") {
        FileKind::Jpeg
    } else if [b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"]
        .iter()
        .any(|magic| starts(*magic))
    {
        FileKind::Tiff
    } else if starts(b"RIFF") && form == b"WEBP" {
        FileKind::WebP
    } else if starts(b"BM") && start.len() >= 26 && start.get(6..10) == Some(&[0; 4]) {
        FileKind::Bmp
    } else if let Some(kind) = unread(start) {
        FileKind::Unread(kind)
    } else if find(&start[..start.len().min(HEADER_WITHIN)], b"%PDF-").is_some() {
        FileKind::Pdf
    } else {
        FileKind::Other(other(start))
    }
}

fn unread(start: &[u8]) -> Option<&'static str> {
    let brand = start.get(4..12).unwrap_or_default();
    let starts = |magic: &[u8]| start.starts_with(magic);
    if starts(b"GIF8") {
        Some("a GIF picture")
    } else if [
        b"ftypheic",
        b"ftypheix",
        b"ftypmif1",
        b"ftyphevc",
        b"ftypavif",
    ]
    .iter()
    .any(|b| brand == *b)
    {
        Some("a HEIC or AVIF picture")
    } else if starts(b"\0\0\0\x0cjP  ") || starts(b"\xff\x4f\xff\x51") {
        Some("a JPEG 2000 picture")
    } else if starts(b"\x97JB2") {
        Some("a JBIG2 picture")
    } else if starts(b"%!PS") {
        Some("a PostScript file")
    } else {
        None
    }
}

fn other(start: &[u8]) -> &'static str {
    if start.starts_with(b"PK") {
        "a ZIP archive or office file"
    } else if start.starts_with(b"\xd0\xcf\x11\xe0") {
        "an old office file"
    } else if start
        .iter()
        .take(512)
        .all(|&b| b >= 32 || matches!(b, b'\t' | b'\n' | b'\r' | 12))
    {
        "a text file"
    } else {
        "not a document"
    }
}

/// Where `needle` first stands in `hay`.
pub(crate) fn find(hay: &[u8], needle: &[u8]) -> Option<usize> {
    let (&first, rest) = needle.split_first()?;
    let mut from = 0;
    while let Some(at) = hay
        .get(from..)?
        .iter()
        .position(|&b| b == first)
        .map(|at| at + from)
    {
        if hay.get(at + 1..)?.starts_with(rest) {
            return Some(at);
        }
        from = at + 1;
    }
    None
}
