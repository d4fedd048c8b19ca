//! The resources that pages and drawings use, out of those they have.

use std::collections::HashSet;

use hayro_syntax::object::{Dict, Name, Stream};
use hayro_syntax::page::Page;

use super::names;

/// Forms inside one another that share the resources of their page.
const DEEPEST: usize = 16;
/// The kinds of resources; `ProcSet` has been without meaning since PDF 1.4.
pub(super) const KINDS: [&[u8]; 7] = [
    b"ExtGState",
    b"ColorSpace",
    b"Pattern",
    b"Shading",
    b"XObject",
    b"Font",
    b"Properties",
];

/// Names that are used.
pub(super) type Used = HashSet<Vec<u8>>;

/// The content streams of something that has resources; `None` where one cannot be decoded.
pub(super) struct Own(Option<Vec<Vec<u8>>>);

impl Own {
    /// A form or a pattern.
    pub(super) fn of_stream(stream: &Stream<'_>) -> Self {
        Self(
            stream
                .decoded_data()
                .ok()
                .map(|data| vec![data.into_owned()]),
        )
    }

    /// A font that is drawn.
    pub(super) fn of_font(font: &Dict<'_>) -> Self {
        let glyphs = font.get::<Dict<'_>>(b"CharProcs".as_slice());
        let glyphs = glyphs.unwrap_or_default();
        let names: Vec<Name<'_>> = glyphs.keys().collect();
        let stream = |name: &Name<'_>| glyphs.get::<Stream<'_>>(name);
        let decoded = |stream: Stream<'_>| Some(stream.decoded_data().ok()?.into_owned());
        Self(names.iter().filter_map(stream).map(decoded).collect())
    }

    /// A page with the looks of its annotations, some of which have no resources of their own.
    pub(super) fn of_page(page: &Page<'_>, appearances: &[Stream<'_>]) -> Self {
        let has_contents = page.raw().contains_key(b"Contents".as_slice());
        let contents = match page.page_stream() {
            Some(data) => Some(data.to_vec()),
            None => (!has_contents).then(Vec::new),
        };
        let shared = appearances
            .iter()
            .filter(|stream| !has_resources(stream.dict()))
            .map(|stream| Some(stream.decoded_data().ok()?.into_owned()));
        Self(std::iter::once(contents).chain(shared).collect())
    }

    /// The names that are used, also by forms that have no resources of their own and so use these.
    pub(super) fn names(self, all: &Dict<'_>) -> Option<Used> {
        let mut used = Used::new();
        for content in self.0? {
            names::add(&content, &mut used);
        }
        let forms = all.get::<Dict<'_>>(b"XObject".as_slice());
        let forms = forms.unwrap_or_default();
        let patterns = all.get::<Dict<'_>>(b"Pattern".as_slice());
        let patterns = patterns.unwrap_or_default();
        let fonts = all.get::<Dict<'_>>(b"Font".as_slice());
        let fonts = fonts.unwrap_or_default();
        let mut looked: Used = Used::new();
        for _ in 0..DEEPEST {
            let new: Vec<Vec<u8>> = used.difference(&looked).cloned().collect();
            if new.is_empty() {
                return Some(used);
            }
            for name in new {
                for group in [&forms, &patterns] {
                    if let Some(stream) = group.get::<Stream<'_>>(&name)
                        && draws_with_ours(&stream)
                    {
                        names::add(&stream.decoded_data().ok()?, &mut used);
                    }
                }
                let font = fonts.get::<Dict<'_>>(&name);
                if let Some(font) = font.filter(|font| !has_resources(font)) {
                    for glyph in Self::of_font(&font).0? {
                        names::add(&glyph, &mut used);
                    }
                }
                looked.insert(name);
            }
        }
        None
    }
}

fn has_resources(dict: &Dict<'_>) -> bool {
    dict.contains_key(b"Resources".as_slice())
}

/// Whether a stream is a drawing without resources of its own.
fn draws_with_ours(stream: &Stream<'_>) -> bool {
    let dict = stream.dict();
    let subtype = dict.get::<Name<'_>>(b"Subtype".as_slice());
    let is_form = subtype.as_deref() == Some(b"Form");
    let is_pattern = dict.contains_key(b"PaintType".as_slice());
    (is_form || is_pattern) && !has_resources(dict)
}
