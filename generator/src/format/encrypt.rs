//! Encrypts a PDF (RC4, 128 bits). With an owner password only, anyone can open it.

use lopdf::{Document, EncryptionState, EncryptionVersion, Object, Permissions, StringFormat};

/// Encrypts the PDF with these passwords.
///
/// # Errors
/// If the PDF can't be parsed.
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
    settle_padding(&mut document)?;
    let mut bytes = Vec::new();
    document.save_to(&mut bytes)?;
    Ok(bytes)
}

/// Zeroes the second half of the user entry: it is random padding that nothing reads, and would
/// change the bytes.
fn settle_padding(document: &mut Document) -> Result<(), lopdf::Error> {
    let dictionary = document.trailer.get(b"Encrypt")?.as_reference()?;
    let entry = document
        .get_object_mut(dictionary)?
        .as_dict_mut()?
        .get_mut(b"U")?;
    if let Object::String(bytes, _) = entry {
        bytes.iter_mut().skip(16).for_each(|byte| *byte = 0);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::sheet::Sheet;
    use crate::typeface::Family;

    #[test]
    fn the_same_bytes_each_time_and_only_the_password_opens_them() {
        let pdf = crate::pdf::write(&[Sheet::letter(Family::Times)]);
        let locked = lock(&pdf, "owner", "user").unwrap();
        assert_eq!(locked, lock(&pdf, "owner", "user").unwrap());
        assert!(Document::load_mem(&locked).unwrap().decrypt("user").is_ok());
        assert!(
            Document::load_mem(&locked)
                .unwrap()
                .decrypt("other")
                .is_err()
        );
    }
}
