//! Copies pages of a PDF into a new one, object by object.
//!
//! What is copied is the content of the pages as it is encoded, the resources that they use, their
//! annotations, and which layers are off. What belongs to the document as a whole is not: outlines,
//! attachments, metadata, scripts, the tree of its structure. So a new file holds nothing of the
//! pages that were left out, but for the shapes of letters in fonts that all of them share.

use hayro_syntax::object::{Dict, MaybeRef, Object, ObjectIdentifier};
use hayro_syntax::page::{Page, Rotation};
use pdf_writer::{Finish, Name, Pdf, Rect, Ref};

use super::annotations::{self, Annotations};
use super::layers;
use super::resources::Own;
use super::unclear;
use super::write::Copier;
use crate::document::pdf::PdfFile;
use crate::model::error::DocumentError;

/// What of a page is copied as it stands; its boxes may be inherited and are written out.
const AS_THEY_ARE: [&[u8]; 7] = [
    b"Contents",
    b"Group",
    b"UserUnit",
    b"BleedBox",
    b"TrimBox",
    b"ArtBox",
    b"Tabs",
];

/// Copies the pages at these 0-based indices, in this order.
pub(in crate::document) fn pages(
    file: &PdfFile,
    indices: &[usize],
) -> Result<Vec<u8>, DocumentError> {
    let mut copier = Copier::new(file.xref(), file.limits.file_bytes);
    let catalog = copier.number();
    let tree = copier.number();
    let chosen: Vec<&Page<'_>> = indices
        .iter()
        .map(|index| file.page(*index))
        .collect::<Result<_, _>>()?;
    let numbers: Vec<Ref> = chosen.iter().map(|_| copier.number()).collect();
    // A link to a page that is not copied leads nowhere.
    for page in file.all_pages() {
        if let Some(id) = page.raw().obj_id() {
            copier.know(id, None);
        }
    }
    for (page, number) in chosen.iter().zip(&numbers) {
        if let Some(id) = page.raw().obj_id() {
            copier.know(id, Some(*number));
        }
    }
    let mut fields = Vec::new();
    for (page, number) in chosen.iter().zip(&numbers) {
        fields.extend(copy_page(&mut copier, page, *number, tree));
    }
    copier.copy_waiting()?;
    let root = file.xref().get::<Dict<'_>>(file.xref().root_id());
    let root = root.unwrap_or_default();
    let form = annotations::form(&mut copier, &root, &fields);
    let layers = layers::write(&mut copier, &root);
    copier.copy_waiting()?;
    let mut pdf = Pdf::new();
    pdf.set_version(2, 0);
    {
        let mut to = pdf.catalog(catalog);
        to.pages(tree);
        for (key, value) in [(Name(b"AcroForm"), form), (Name(b"OCProperties"), layers)] {
            if let Some(value) = value {
                to.pair(key, value);
            }
        }
    }
    pdf.pages(tree)
        .kids(numbers.iter().copied())
        .count(i32::try_from(numbers.len()).unwrap_or(i32::MAX));
    pdf.extend(&copier.chunk);
    Ok(pdf.finish())
}

/// Writes a page. Returns the form fields on it.
fn copy_page<'a>(copier: &mut Copier<'a>, page: &Page<'a>, number: Ref, tree: Ref) -> Vec<Ref> {
    let annotations = Annotations::of(copier, page, number);
    let used = Own::of_page(page, &annotations.appearances);
    let all = all_resources(page);
    let Some(used) = used.names(&all) else {
        copier.fail(unclear("the content of a page cannot be decoded"));
        return Vec::new();
    };
    let mut chunk = copier.take();
    let mut to = chunk.indirect(number).dict();
    to.pair(Name(b"Type"), Name(b"Page"));
    to.pair(Name(b"Parent"), tree);
    to.pair(Name(b"MediaBox"), rect(page.media_box()));
    to.pair(Name(b"CropBox"), rect(page.crop_box()));
    to.pair(Name(b"Rotate"), degrees(page.rotation()));
    copier.entries(&mut to, page.raw(), 0, &|key| AS_THEY_ARE.contains(&key));
    copier.resources(&mut to, &all, &used);
    annotations.write_list(&mut to);
    to.finish();
    copier.chunk = chunk;
    annotations.write(copier)
}

/// The resources of a page, its own or those of the nearest group of pages that has any.
fn all_resources<'a>(page: &Page<'a>) -> Dict<'a> {
    let key = b"Resources".as_slice();
    let mut at = page.raw().clone();
    let mut seen: Vec<ObjectIdentifier> = Vec::new();
    loop {
        if let Some(found) = at.get::<Dict<'a>>(key) {
            return found;
        }
        let parent = match at.get_raw::<Object<'a>>(b"Parent".as_slice()) {
            Some(MaybeRef::Ref(id)) if !seen.contains(&id.into()) => id.into(),
            _ => return Dict::default(),
        };
        seen.push(parent);
        match page.xref().get::<Dict<'a>>(parent) {
            Some(above) => at = above,
            None => return Dict::default(),
        }
    }
}

fn rect(of: hayro_syntax::object::Rect) -> Rect {
    let [x0, y0, x1, y1] = [of.x0, of.y0, of.x1, of.y1].map(|value| value as f32);
    Rect::new(x0, y0, x1, y1)
}

fn degrees(rotation: Rotation) -> i32 {
    match rotation {
        Rotation::None => 0,
        Rotation::Horizontal => 90,
        Rotation::Flipped => 180,
        Rotation::FlippedHorizontal => 270,
    }
}
