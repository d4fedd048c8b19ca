//! The annotations of copied pages: links, stamps, comments and the fields of forms.
//!
//! A form field may have widgets on several pages and a parent that knows all of them. Each widget
//! that is copied becomes a field of its own with the value that it shows.

use hayro_syntax::object::{Array, Dict, MaybeRef, Name as PdfName, Object, Stream};
use hayro_syntax::page::Page;
use pdf_writer::{Name, Ref};

use super::write::Copier;

/// What a widget takes from the fields above it.
const INHERITED: [&[u8]; 8] = [b"FT", b"V", b"Ff", b"DA", b"Q", b"MaxLen", b"Opt", b"TU"];
/// Fields above one another.
const HIGHEST: usize = 32;

/// The annotations of one page.
pub(super) struct Annotations<'a> {
    page: Ref,
    all: Vec<(Dict<'a>, Ref)>,
    /// The streams that draw them.
    pub(super) appearances: Vec<Stream<'a>>,
}

impl<'a> Annotations<'a> {
    /// Gives each annotation of a page its number.
    pub(super) fn of(copier: &mut Copier<'a>, page: &Page<'a>, number: Ref) -> Self {
        let mut annotations = Self {
            page: number,
            all: Vec::new(),
            appearances: Vec::new(),
        };
        let list = page.raw().get::<Array<'a>>(b"Annots".as_slice());
        for item in list.iter().flat_map(Array::raw_iter) {
            let dict = match &item {
                MaybeRef::Ref(id) => copier.xref.get::<Dict<'a>>((*id).into()),
                MaybeRef::NotRef(Object::Dict(dict)) => Some(dict.clone()),
                MaybeRef::NotRef(_) => None,
            };
            let Some(dict) = dict else { continue };
            let copy = copier.number();
            if let MaybeRef::Ref(id) = item {
                copier.know(id.into(), Some(copy));
            }
            annotations.appearances.extend(appearances(&dict));
            annotations.all.push((dict, copy));
        }
        annotations
    }

    /// Writes the list of annotations into their page.
    pub(super) fn write_list(&self, to: &mut pdf_writer::Dict<'_>) {
        if !self.all.is_empty() {
            let mut list = to.insert(Name(b"Annots")).array();
            list.items(self.all.iter().map(|(_, copy)| copy));
        }
    }

    /// Writes the annotations. Returns those that are form fields.
    pub(super) fn write(&self, copier: &mut Copier<'a>) -> Vec<Ref> {
        let mut fields = Vec::new();
        for (dict, copy) in &self.all {
            let mut chunk = copier.take();
            let mut to = chunk.indirect(*copy).dict();
            copier.entries(&mut to, dict, 0, &|key| {
                let leads_away = matches!(key, b"P" | b"A" | b"AA" | b"Dest" | b"PA" | b"Kids");
                let signs = key == b"V" && is_signature(dict);
                !leads_away && !signs
            });
            to.pair(Name(b"P"), self.page);
            copy_link(copier, &mut to, dict);
            let subtype = dict.get::<PdfName<'_>>(b"Subtype".as_slice());
            if subtype.as_deref() == Some(b"Widget") {
                inherit(copier, &mut to, dict);
                fields.push(*copy);
            }
            drop(to);
            copier.chunk = chunk;
        }
        fields
    }
}

/// Keeps a link to a place outside of the document: others would lead nowhere.
fn copy_link<'a>(copier: &mut Copier<'a>, to: &mut pdf_writer::Dict<'_>, dict: &Dict<'a>) {
    let key = b"A".as_slice();
    let Some(action) = dict.get::<Dict<'a>>(key) else {
        return;
    };
    let kind = action.get::<PdfName<'_>>(b"S".as_slice());
    if kind.as_deref() == Some(b"URI") {
        let mut to = to.insert(Name(b"A")).dict();
        let wanted = |key: &[u8]| matches!(key, b"Type" | b"S" | b"URI" | b"IsMap");
        copier.entries(&mut to, &action, 1, &wanted);
    }
}

/// Writes what a widget has from the fields above it, and its whole name.
fn inherit<'a>(copier: &mut Copier<'a>, to: &mut pdf_writer::Dict<'_>, dict: &Dict<'a>) {
    let parent = b"Parent".as_slice();
    let above = std::iter::successors(dict.get::<Dict<'a>>(parent), |field| {
        field.get::<Dict<'a>>(parent)
    });
    let above: Vec<Dict<'a>> = above.take(HIGHEST).collect();
    for key in INHERITED {
        let is_signed = key == b"V" && above.iter().any(is_signature);
        if dict.contains_key(key) || is_signed {
            continue;
        }
        let value = above
            .iter()
            .find_map(|field| field.get_raw::<Object<'a>>(key));
        if let Some(value) = value {
            copier.object(to.insert(Name(key)), value, 1);
        }
    }
    if !dict.contains_key(b"T".as_slice()) {
        let name = above
            .iter()
            .find_map(|field| field.get_raw::<Object<'a>>(b"T".as_slice()));
        if let Some(name) = name {
            copier.object(to.insert(Name(b"T")), name, 1);
        }
    }
}

/// Whether a field is a signature: it signed the whole document, and no part of it.
fn is_signature(field: &Dict<'_>) -> bool {
    field
        .get::<PdfName<'_>>(b"FT".as_slice())
        .is_some_and(|kind| &*kind == b"Sig")
}

/// The streams that draw an annotation in each of its states.
fn appearances<'a>(annotation: &Dict<'a>) -> Vec<Stream<'a>> {
    let Some(states) = annotation.get::<Dict<'a>>(b"AP".as_slice()) else {
        return Vec::new();
    };
    let mut streams = Vec::new();
    for state in [b"N".as_slice(), b"R", b"D"] {
        match states.get::<Object<'a>>(state) {
            Some(Object::Stream(stream)) => streams.push(stream),
            Some(Object::Dict(looks)) => {
                let names: Vec<PdfName<'_>> = looks.keys().collect();
                streams.extend(
                    names
                        .iter()
                        .filter_map(|name| looks.get::<Stream<'a>>(name)),
                );
            }
            _ => {}
        }
    }
    streams
}

/// Writes the form that the fields belong to; `None` where there is no field.
pub(super) fn form<'a>(copier: &mut Copier<'a>, root: &Dict<'a>, fields: &[Ref]) -> Option<Ref> {
    let form = root.get::<Dict<'a>>(b"AcroForm".as_slice())?;
    if fields.is_empty() {
        return None;
    }
    let number = copier.number();
    let mut chunk = copier.take();
    let mut to = chunk.indirect(number).dict();
    to.insert(Name(b"Fields")).array().items(fields);
    let wanted = |key: &[u8]| matches!(key, b"DA" | b"Q" | b"NeedAppearances");
    copier.entries(&mut to, &form, 0, &wanted);
    if let Some(shared) = form.get::<Dict<'a>>(b"DR".as_slice()) {
        let mut to = to.insert(Name(b"DR")).dict();
        let wanted = |key: &[u8]| matches!(key, b"Font" | b"Encoding");
        copier.entries(&mut to, &shared, 1, &wanted);
    }
    drop(to);
    copier.chunk = chunk;
    Some(number)
}
