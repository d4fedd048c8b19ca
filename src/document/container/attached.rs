//! Files attached to a PDF: embedded files by name, portfolios, and paper clips on pages.

use std::collections::HashSet;

use hayro_syntax::Pdf;
use hayro_syntax::object::{
    Array, Dict, MaybeRef, Object, ObjectIdentifier, Stream, String as PdfString,
};
use hayro_syntax::xref::XRef;

use super::{MOST_PARTS, Part, Place, damaged};
use crate::document::pdf::PdfFile;
use crate::model::error::DocumentError;

/// How deep a tree of names is followed.
const DEEPEST: usize = 12;

/// The attached files of a PDF, each once.
pub(super) fn parts(file: &PdfFile) -> Vec<Part> {
    let pdf = file.syntax();
    let mut found = Found {
        xref: pdf.xref(),
        parts: Vec::new(),
        seen: HashSet::new(),
    };
    let names = catalog(pdf).and_then(|root| root.get::<Dict<'_>>(&b"Names"[..]));
    if let Some(tree) = names.and_then(|names| names.get::<Dict<'_>>(&b"EmbeddedFiles"[..])) {
        found.take_tree(&tree, DEEPEST);
    }
    for page in pdf.pages().iter() {
        let Some(notes) = page.raw().get::<Array<'_>>(&b"Annots"[..]) else {
            continue;
        };
        for note in notes
            .raw_iter()
            .filter_map(|item| resolved(pdf.xref(), item).ok())
        {
            let Object::Dict(note) = note else {
                continue;
            };
            if let Some(specification) = note.get::<Dict<'_>>(&b"FS"[..]) {
                found.take(&specification);
            }
        }
    }
    found.parts
}

fn catalog(pdf: &Pdf) -> Option<Dict<'_>> {
    pdf.xref().get::<Dict<'_>>(pdf.xref().root_id())
}

/// An object of a list, or the reference to one that is missing: there the parser's own way through
/// a list ends, though more comes.
fn resolved<'a>(
    xref: &'a XRef,
    item: MaybeRef<Object<'a>>,
) -> Result<Object<'a>, ObjectIdentifier> {
    match item {
        MaybeRef::NotRef(object) => Ok(object),
        MaybeRef::Ref(reference) => {
            let id = reference.into();
            let object = xref.get::<Object<'a>>(id);
            object.filter(|o| !matches!(o, Object::Null(_))).ok_or(id)
        }
    }
}

struct Found<'a> {
    xref: &'a XRef,
    parts: Vec<Part>,
    seen: HashSet<(u32, i32)>,
}

impl<'a> Found<'a> {
    /// A file that is named and missing: its row says so.
    fn lose(&mut self, id: ObjectIdentifier) {
        if self.parts.len() <= MOST_PARTS {
            let place = Place::Object(id.obj_number, id.gen_number);
            self.parts.push(Part::new(String::new(), place));
        }
    }

    fn take_tree(&mut self, node: &Dict<'a>, depth: usize) {
        let lists = [&b"Names"[..], b"Kids"].map(|key| node.get::<Array<'a>>(key));
        let [names, kids] = lists.map(|list| list.into_iter().flat_map(|list| list.raw_iter()));
        for item in names {
            match resolved(self.xref, item) {
                // Names and files in turn.
                Ok(Object::Dict(specification)) => self.take(&specification),
                Ok(_) => {}
                Err(id) => self.lose(id),
            }
        }
        for item in kids {
            match resolved(self.xref, item) {
                Ok(Object::Dict(kid)) if depth > 0 && self.parts.len() <= MOST_PARTS => {
                    self.take_tree(&kid, depth - 1);
                }
                Ok(_) => {}
                Err(id) => self.lose(id),
            }
        }
    }

    fn take(&mut self, specification: &Dict<'_>) {
        let Some(files) = specification.get::<Dict<'_>>(&b"EF"[..]) else {
            return;
        };
        let keys: [&[u8]; 2] = [b"UF", b"F"];
        let stream = keys.iter().find_map(|key| files.get::<Stream<'_>>(*key));
        let Some(id) = stream.map(|stream| stream.obj_id()) else {
            return;
        };
        let id = (id.obj_number, id.gen_number);
        if self.parts.len() > MOST_PARTS || !self.seen.insert(id) {
            return;
        }
        let name = keys
            .iter()
            .find_map(|key| specification.get::<PdfString>(*key));
        let mut part = Part::new(
            name.map(|name| text(name.as_bytes())).unwrap_or_default(),
            Place::Object(id.0, id.1),
        );
        part.is_aside = true;
        self.parts.push(part);
    }
}

/// A text string of a PDF: UTF-16 or UTF-8 behind a mark, or characters that are ASCII in a name.
fn text(bytes: &[u8]) -> String {
    if let Some(wide) = bytes.strip_prefix(b"\xfe\xff") {
        let units = wide.chunks_exact(2).map(|pair| match pair {
            [high, low] => u16::from_be_bytes([*high, *low]),
            _ => 0,
        });
        return char::decode_utf16(units)
            .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect();
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    String::from_utf8_lossy(bytes).into_owned()
}

/// The bytes of an attached file.
pub(super) fn object(
    file: &PdfFile,
    number: u32,
    generation: i32,
) -> Result<Vec<u8>, DocumentError> {
    let id = ObjectIdentifier::new(number, generation);
    let stream = file.syntax().xref().get::<Stream<'_>>(id);
    let stream = stream.ok_or_else(|| damaged("the attached file cannot be read"))?;
    let bytes = stream.decoded();
    let bytes = bytes.map_err(|_| damaged("the attached file cannot be unpacked"))?;
    Ok(bytes.into_owned())
}
