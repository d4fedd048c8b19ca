//! Picture files that hold several pictures, or are packed as films are.

/// A HEIC picture, as phones write it.
pub fn heic(bytes: &[u8]) {
    crate::documents(&signed_at(4, b"ftypheic", bytes));
}

/// A GIF and a WebP, whose pictures are pages.
pub fn animations(bytes: &[u8]) {
    crate::documents(&signed_at(0, b"GIF89a", bytes));
    crate::documents(&signed_at(8, b"WEBP", &signed_at(0, b"RIFF", bytes)));
}

/// The bytes with a signature in place of those from an index on.
pub(crate) fn signed_at(at: usize, signature: &[u8], bytes: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let end = at + signature.len();
    bytes.resize(bytes.len().max(end), 0);
    bytes[at..end].copy_from_slice(signature);
    bytes
}
