//! The PDF on its way: objects are copied from the source one after the other, each under a new
//! number.

use std::collections::HashMap;

use hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object, ObjectIdentifier, Stream};
use hayro_syntax::xref::XRef;
use pdf_writer::{Chunk, Finish, Null, Obj, Ref, Str};

use super::resources::{KINDS, Own, Used};
use super::unclear;
use crate::document::damaged;
use crate::model::error::{DocumentError, ErrorKind};

/// Arrays and dictionaries inside one another; files that people make have ten.
const DEEPEST: usize = 100;

/// Where an object goes, and what it may lead to.
pub(super) struct Copier<'a> {
    pub(super) xref: &'a XRef,
    /// The objects written so far.
    pub(super) chunk: Chunk,
    next: Ref,
    /// New numbers of objects of the source; `None` for what must not be copied.
    known: HashMap<ObjectIdentifier, Option<Ref>>,
    waiting: Vec<(ObjectIdentifier, Ref)>,
    /// Bytes that the result may have.
    most: u64,
    /// The first thing that was wrong; nothing more is written after it.
    trouble: Option<DocumentError>,
}

impl<'a> Copier<'a> {
    pub(super) fn new(xref: &'a XRef, most: u64) -> Self {
        Self {
            xref,
            chunk: Chunk::new(),
            next: Ref::new(1),
            known: HashMap::new(),
            waiting: Vec::new(),
            most,
            trouble: None,
        }
    }

    /// The objects so far, to write one more that leads to others; to be put back afterwards.
    pub(super) fn take(&mut self) -> Chunk {
        std::mem::replace(&mut self.chunk, Chunk::with_capacity(0))
    }

    /// A number for a new object.
    pub(super) fn number(&mut self) -> Ref {
        self.next.bump()
    }

    /// Says what becomes of references to an object: the number of its copy, or nothing.
    pub(super) fn know(&mut self, id: ObjectIdentifier, copy: Option<Ref>) {
        self.known.insert(id, copy);
    }

    /// The number of an object's copy, if it was copied.
    pub(super) fn copy_of(&self, id: ObjectIdentifier) -> Option<Ref> {
        self.known.get(&id).copied().flatten()
    }

    /// Notes that the pages cannot be copied.
    pub(super) fn fail(&mut self, trouble: DocumentError) {
        self.trouble.get_or_insert(trouble);
    }

    /// Copies all that was referred to, and what that refers to.
    pub(super) fn copy_waiting(&mut self) -> Result<(), DocumentError> {
        while let Some((id, copy)) = self.waiting.pop() {
            if let Some(object) = self.xref.get::<Object<'a>>(id) {
                self.indirect(copy, object);
            }
            if self.chunk.len() as u64 > self.most {
                let message = format!("the pages take more than {} bytes", self.most);
                self.fail(DocumentError::new(ErrorKind::TooLarge, message));
            }
            if self.trouble.is_some() {
                break;
            }
        }
        self.trouble.take().map_or(Ok(()), Err)
    }

    fn indirect(&mut self, copy: Ref, object: Object<'a>) {
        match object {
            Object::Stream(stream) => self.stream(copy, &stream),
            object => {
                let mut chunk = self.take();
                self.object(chunk.indirect(copy), MaybeRef::NotRef(object), 0);
                self.chunk = chunk;
            }
        }
    }

    /// Copies an object or a reference to one.
    pub(super) fn object(&mut self, to: Obj<'_>, object: MaybeRef<Object<'a>>, depth: usize) {
        let object = match object {
            MaybeRef::Ref(reference) => return self.reference(to, reference.into()),
            MaybeRef::NotRef(object) => object,
        };
        if depth > DEEPEST {
            self.fail(damaged("the PDF nests its objects too deeply"));
        }
        match object {
            Object::Boolean(value) => to.primitive(value),
            Object::Number(number) => match i32::try_from(number.as_i64()) {
                Ok(whole) if f64::from(whole) == number.as_f64() => to.primitive(whole),
                _ => to.primitive(number.as_f32()),
            },
            Object::String(text) => to.primitive(Str(text.as_bytes())),
            Object::Name(name) => to.primitive(pdf_writer::Name(&name)),
            Object::Array(array) if depth <= DEEPEST => self.array(to, &array, depth),
            Object::Dict(dict) if depth <= DEEPEST && !is_other_page(&dict) => {
                self.dict(&mut to.dict(), &dict, depth);
            }
            _ => to.primitive(Null),
        }
    }

    fn reference(&mut self, to: Obj<'_>, id: ObjectIdentifier) {
        match self.refer(id) {
            Some(copy) => to.primitive(copy),
            None => to.primitive(Null),
        }
    }

    /// The number that an object's copy has or will have.
    pub(super) fn refer(&mut self, id: ObjectIdentifier) -> Option<Ref> {
        if let Some(known) = self.known.get(&id) {
            return *known;
        }
        let object = self.xref.get::<Object<'a>>(id);
        let copied = match &object {
            Some(Object::Dict(dict)) => !is_other_page(dict) && !is_annotation(dict),
            Some(_) => true,
            None => false,
        };
        let copy = copied.then(|| self.number());
        self.known.insert(id, copy);
        self.waiting.extend(copy.map(|copy| (id, copy)));
        copy
    }

    fn array(&mut self, to: Obj<'_>, array: &Array<'a>, depth: usize) {
        let mut items = to.array();
        for item in array.raw_iter() {
            self.object(items.push(), item, depth + 1);
        }
    }

    fn dict(&mut self, to: &mut pdf_writer::Dict<'_>, dict: &Dict<'a>, depth: usize) {
        self.entries(to, dict, depth, &|_| true);
        // A Type 3 font is drawn by streams of its own, which use these.
        if dict.contains_key(b"CharProcs".as_slice()) {
            self.own_resources(to, dict, Own::of_font(dict));
        }
    }

    /// Copies the entries of a dictionary that are wanted; resources are copied apart.
    pub(super) fn entries(
        &mut self,
        to: &mut pdf_writer::Dict<'_>,
        dict: &Dict<'a>,
        depth: usize,
        wanted: &dyn Fn(&[u8]) -> bool,
    ) {
        for (name, value) in dict.entries() {
            if wanted(&name) && is_kept(dict, &name) {
                self.object(to.insert(pdf_writer::Name(&name)), value, depth + 1);
            }
        }
    }

    fn stream(&mut self, copy: Ref, stream: &Stream<'a>) {
        let dict = stream.dict();
        let data = stream.raw_data();
        let mut chunk = self.take();
        let mut to = chunk.stream(copy, &data);
        // The length is that of the copy; the others name a file outside.
        self.entries(&mut to, dict, 0, &|key| {
            !matches!(key, b"Length" | b"F" | b"FFilter" | b"FDecodeParms" | b"DL")
        });
        if has_crypt_filter(dict) {
            self.fail(unclear("a stream has encryption of its own"));
        }
        if dict.contains_key(b"Resources".as_slice()) {
            self.own_resources(&mut to, dict, Own::of_stream(stream));
        }
        to.finish();
        self.chunk = chunk;
    }

    /// Copies the resources that a form, a pattern or a font has and uses.
    fn own_resources(&mut self, to: &mut pdf_writer::Dict<'_>, dict: &Dict<'a>, own: Own) {
        let Some(all) = dict.get::<Dict<'a>>(b"Resources".as_slice()) else {
            return;
        };
        match own.names(&all) {
            Some(used) => self.resources(to, &all, &used),
            None => self.fail(unclear("a drawing that the pages use cannot be decoded")),
        }
    }
}

impl<'a> Copier<'a> {
    /// Writes those of the resources that are used.
    pub(super) fn resources(&mut self, to: &mut pdf_writer::Dict<'_>, all: &Dict<'a>, used: &Used) {
        let mut to = to.insert(pdf_writer::Name(b"Resources")).dict();
        for kind in KINDS {
            let Some(Object::Dict(group)) = all.get::<Object<'a>>(kind) else {
                continue;
            };
            let mut group_to = to.insert(pdf_writer::Name(kind)).dict();
            // Colour spaces that are not used by name but hold for all that is drawn.
            let is_default = |name: &[u8]| kind == b"ColorSpace" && name.starts_with(b"Default");
            for (name, value) in group.entries() {
                if used.contains(&*name) || is_default(&name) {
                    self.object(group_to.insert(pdf_writer::Name(&name)), value, 1);
                }
            }
        }
    }
}

/// Whether a dictionary is a page or a group of pages: they are copied only by intention.
fn is_other_page(dict: &Dict<'_>) -> bool {
    let kind = dict.get::<Name<'_>>(b"Type".as_slice());
    matches!(kind.as_deref(), Some(b"Page" | b"Pages" | b"Catalog"))
}

/// Whether a dictionary looks like an annotation; those of the pages are copied by intention.
fn is_annotation(dict: &Dict<'_>) -> bool {
    dict.contains_key(b"Rect".as_slice()) && dict.contains_key(b"Subtype".as_slice())
}

/// Whether an entry is copied with its dictionary: nothing that leads to the structure of the whole
/// document, to other software's data, or to what was said apart.
fn is_kept(dict: &Dict<'_>, key: &[u8]) -> bool {
    match key {
        b"StructParent" | b"StructParents" | b"Metadata" | b"PieceInfo" | b"OPI" => false,
        b"AF" | b"Parent" | b"LastModified" => false,
        // Only where it is what its name says: a colour or a layer may be called so.
        b"Resources" => dict.get::<Dict<'_>>(key).is_none(),
        _ => true,
    }
}

fn has_crypt_filter(dict: &Dict<'_>) -> bool {
    let is_crypt = |name: Name<'_>| &*name == b"Crypt";
    let filter = b"Filter".as_slice();
    dict.get::<Name<'_>>(filter).is_some_and(is_crypt)
        || dict
            .get::<Array<'_>>(filter)
            .is_some_and(|all| all.iter::<Name<'_>>().any(is_crypt))
}
