//! Locks a finished PDF with passwords (RC4, 128 bits): with an owner's alone it opens for anyone to read.

use lopdf::{Document, EncryptionState, EncryptionVersion, Object, Permissions, StringFormat};

/// The PDF locked with these passwords.
///
/// # Errors
/// When the bytes are no PDF that can be rewritten.
pub fn lock(pdf: &[u8], owner: &str, user: &str) -> Result<Vec<u8>, lopdf::Error> {
    let mut document = Document::load_mem(pdf)?;
    // The key is derived from the file's identifier; a fixed one keeps the bytes the same.
    let id = || Object::String(b"i797-generator-1".to_vec(), StringFormat::Hexadecimal);
    document.trailer.set("ID", Object::Array(vec![id(), id()]));
    let version = EncryptionVersion::V2 {
        document: &document,
        owner_password: owner,
        user_password: user,
        key_length: 128,
        permissions: Permissions::PRINTABLE,
    };
    let state = EncryptionState::try_from(version)?;
    document.encrypt(&state)?;
    let mut bytes = Vec::new();
    document.save_to(&mut bytes)?;
    Ok(bytes)
}
