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
    /// Graphics Interchange Format.
    Gif,
    /// High Efficiency Image File Format with HEVC, as iPhones write it.
    Heic,
    /// A file that holds other files.
    Archive(Archive),
    /// A document or picture of a kind that is known but not read; the name of the kind.
    Unread(&'static str),
    /// No document; what it looks like.
    Other(&'static str),
}

/// A kind of file that holds other files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Archive {
    /// ZIP, and office documents that are ZIP archives.
    Zip,
    /// tar.
    Tar,
    /// gzip: a packed tar archive or a packed file.
    Gzip,
    /// A mail (RFC 5322) or a mailbox (mbox).
    Mail,
    /// A compound file: a message of Outlook, or an old office document.
    Compound,
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
    } else if starts(b"GIF87a") || starts(b"GIF89a") {
        FileKind::Gif
    } else if is_heic(start) {
        FileKind::Heic
    } else if let Some(kind) = archive(start) {
        // Before a PDF is looked for inside it.
        FileKind::Archive(kind)
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
    if brand == b"ftypavif" || brand == b"ftypavis" {
        Some("an AVIF picture")
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

/// Brands of still pictures; `mif1` may be AVIF, which its decoder then refuses.
fn is_heic(start: &[u8]) -> bool {
    let brands: [&[u8]; 5] = [b"heic", b"heix", b"heim", b"heis", b"mif1"];
    let brand = start.get(8..12).unwrap_or_default();
    start.get(4..8) == Some(b"ftyp") && brands.contains(&brand)
}

fn archive(start: &[u8]) -> Option<Archive> {
    let starts = |magic: &[u8]| start.starts_with(magic);
    if starts(b"PK\x03\x04") || starts(b"PK\x05\x06") {
        Some(Archive::Zip)
    } else if start.get(257..262) == Some(b"ustar") {
        Some(Archive::Tar)
    } else if starts(b"\x1f\x8b\x08") {
        Some(Archive::Gzip)
    } else if starts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        Some(Archive::Compound)
    } else if is_mail(start) {
        Some(Archive::Mail)
    } else {
        None
    }
}

/// Headers that mails have; text of another kind has hardly two of them.
const MAIL_HEADERS: [&[u8]; 11] = [
    b"from",
    b"to",
    b"subject",
    b"date",
    b"message-id",
    b"received",
    b"return-path",
    b"mime-version",
    b"content-type",
    b"delivered-to",
    b"x-mailer",
];
/// Lines of headers that are looked at.
const MOST_HEADERS: usize = 100;

/// Whether a file begins as mails do: with headers, two of them known ones; in a mailbox there is a
/// line before them.
fn is_mail(start: &[u8]) -> bool {
    let lines = start.split(|byte| *byte == b'\n');
    let skipped = usize::from(start.starts_with(b"From "));
    let mut known = 0;
    for line in lines.skip(skipped).take(MOST_HEADERS) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.is_empty() {
            break;
        }
        if line.starts_with(b" ") || line.starts_with(b"\t") {
            continue;
        }
        let Some(end) = line.iter().position(|byte| *byte == b':') else {
            break;
        };
        let name = line.get(..end).unwrap_or_default();
        if !name.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'-') {
            break;
        }
        known += usize::from(MAIL_HEADERS.iter().any(|h| name.eq_ignore_ascii_case(h)));
    }
    known >= 2
}

fn other(start: &[u8]) -> &'static str {
    if start
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
