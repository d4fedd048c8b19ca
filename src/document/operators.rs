//! Whether what a PDF page's content draws is the same in every viewer.
//!
//! Where an operator breaks the rules of the format, viewers differ: some leave it out, some take
//! its first operands and others its last ones, some stop there, and text outside a text object is
//! put at one place or another. What one of them draws is then no evidence of what a person saw.

use std::collections::HashSet;

use hayro_syntax::content::{Instruction, UntypedIter};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use hayro_syntax::page::{Page as PdfPage, Resources};
use hayro_syntax::xref::XRef;

use super::picture_data::is_picture_whole;
use super::sniff::find;
use super::whole::is_whole;

/// Forms in forms are drawn so deep.
const DEEPEST: usize = 12;
/// A page that draws more forms than this is not looked through to its end, and of more pictures
/// than this no further one is.
const MOST_FORMS: usize = 2_000;
const MOST_PICTURES: usize = 2_000;

const DIFFERS: &str = "the page has malformed drawing instructions, which viewers draw differently";
const UNREAD: &str = "part of the page's content is damaged";
const ENDLESS: &str = "the page has too many parts to check all of them";
const LOST: &str = "part of the page is damaged or missing";

/// What is wrong with how a page is drawn.
#[derive(Debug, Clone, Copy, Default)]
pub struct Flaws {
    /// Why the page may look otherwise in another viewer, so that nothing on it is certain.
    pub fault: Option<&'static str>,
    /// Why there may be more on the page than is drawn, so that nothing on it is missing.
    pub lost: Option<&'static str>,
}

/// Looks through the content of a page.
pub(super) fn flaws(page: &PdfPage<'_>, xref: &XRef) -> Flaws {
    let mut check = Check::default();
    if let Some(content) = page.page_stream() {
        check.content(content, page.resources(), 0);
    }
    check.notes(page);
    if has_automatic_layers(xref) {
        check.fault.get_or_insert(DIFFERS);
    }
    let part = || has_unread_part(page).then_some(UNREAD);
    Flaws {
        fault: check.fault.or_else(part),
        lost: check.lost,
    }
}

/// Whether one of the streams that make the content of a page is damaged or missing.
fn has_unread_part(page: &PdfPage<'_>) -> bool {
    match page.raw().get::<Object<'_>>(&b"Contents"[..]) {
        Some(Object::Stream(stream)) => !is_whole(&stream),
        Some(Object::Array(parts)) => {
            let mut found = 0;
            let whole = parts
                .iter::<Stream<'_>>()
                .inspect(|_| found += 1)
                .all(|s| is_whole(&s));
            !whole || found != parts.raw_iter().count()
        }
        _ => false,
    }
}

/// What a viewer draws of a note or form field.
enum Appearance<'a> {
    Form(Stream<'a>),
    Nothing,
    /// It is named, and cannot be found.
    Lost,
}

fn appearance<'a>(note: &Dict<'a>) -> Appearance<'a> {
    let Some(normal) = note
        .get::<Dict<'a>>(&b"AP"[..])
        .filter(|states| states.contains_key(&b"N"[..]))
    else {
        return Appearance::Nothing;
    };
    match normal.get::<Object<'a>>(&b"N"[..]) {
        Some(Object::Stream(stream)) => Appearance::Form(stream),
        Some(Object::Dict(states)) => {
            let state = note.get::<Name<'_>>(&b"AS"[..]);
            let drawn = state.and_then(|state| states.get::<Stream<'a>>(state));
            drawn.map_or(Appearance::Nothing, Appearance::Form)
        }
        _ => Appearance::Lost,
    }
}

/// Whether viewers turn layers off by themselves, as their usage says; some do not.
fn has_automatic_layers(xref: &XRef) -> bool {
    let catalog = xref.get::<Dict<'_>>(xref.root_id());
    let Some(layers) = catalog.and_then(|c| c.get::<Dict<'_>>(&b"OCProperties"[..])) else {
        return false;
    };
    let events = layers
        .get::<Dict<'_>>(&b"D"[..])
        .and_then(|state| state.get::<Array<'_>>(&b"AS"[..]));
    let is_hidden = |layer: Dict<'_>| {
        let usage = layer.get::<Dict<'_>>(&b"Usage"[..]);
        let view = usage.and_then(|usage| usage.get::<Dict<'_>>(&b"View"[..]));
        let state = view.and_then(|view| view.get::<Name<'_>>(&b"ViewState"[..]));
        state.is_some_and(|state| state.as_ref() == b"OFF")
    };
    let all = layers.get::<Array<'_>>(&b"OCGs"[..]);
    events.is_some_and(|events| events.raw_iter().next().is_some())
        && all.is_some_and(|all| all.iter::<Dict<'_>>().any(is_hidden))
}

/// Whether what is drawn depends on an expression of layers, which not every viewer works out.
fn has_expression(layer: &Dict<'_>) -> bool {
    layer.contains_key(&b"VE"[..])
}

/// What an operand must be.
#[derive(Clone, Copy, PartialEq)]
enum Operand {
    Number,
    Text,
    Name,
    /// An array of texts and numbers.
    Texts,
}

use Operand::{Name as N, Number as F, Text as S, Texts as T};

/// The operators that decide what text is drawn and where, with their operands.
const OPERATORS: [(&[u8], &[Operand]); 29] = [
    (b"Tj", &[S]),
    (b"'", &[S]),
    (b"\"", &[F, F, S]),
    (b"TJ", &[T]),
    (b"Td", &[F; 2]),
    (b"TD", &[F; 2]),
    (b"Tm", &[F; 6]),
    (b"Tf", &[N, F]),
    (b"Tc", &[F]),
    (b"Tw", &[F]),
    (b"Tz", &[F]),
    (b"TL", &[F]),
    (b"Ts", &[F]),
    (b"Tr", &[F]),
    (b"cm", &[F; 6]),
    (b"Do", &[N]),
    (b"gs", &[N]),
    (b"g", &[F]),
    (b"G", &[F]),
    (b"rg", &[F; 3]),
    (b"RG", &[F; 3]),
    (b"k", &[F; 4]),
    (b"K", &[F; 4]),
    (b"re", &[F; 4]),
    (b"m", &[F; 2]),
    (b"l", &[F; 2]),
    (b"c", &[F; 6]),
    (b"v", &[F; 4]),
    (b"y", &[F; 4]),
];

const SHOWING: [&[u8]; 4] = [b"Tj", b"TJ", b"'", b"\""];

#[derive(Default)]
struct Check {
    fault: Option<&'static str>,
    lost: Option<&'static str>,
    /// Forms that were met.
    seen: HashSet<(u32, i32)>,
    /// Pictures that were met.
    pictures: HashSet<(u32, i32)>,
}

impl Check {
    fn form(&mut self, form: &Stream<'_>, outer: &Resources<'_>, depth: usize) {
        let id = form.obj_id();
        let is_new = self.seen.insert((id.obj_number, id.gen_number));
        if self.fault.is_some() || depth > DEEPEST || !is_new {
            return;
        }
        if self.seen.len() > MOST_FORMS {
            self.fault = Some(ENDLESS);
            return;
        }
        let content = form.decoded_data().ok().filter(|_| is_whole(form));
        let Some(content) = content else {
            self.fault = Some(UNREAD);
            return;
        };
        match form.dict().get::<Dict<'_>>(&b"Resources"[..]) {
            Some(own) => self.content(&content, &Resources::new(own), depth),
            None => self.content(&content, outer, depth),
        }
    }

    /// Looks at the notes and form fields of a page.
    fn notes(&mut self, page: &PdfPage<'_>) {
        let Some(notes) = page.raw().get::<Array<'_>>(&b"Annots"[..]) else {
            return;
        };
        let mut found = 0;
        for note in notes.iter::<Dict<'_>>() {
            found += 1;
            match appearance(&note) {
                Appearance::Form(form) if found <= MOST_FORMS => {
                    self.form(&form, page.resources(), 0);
                }
                Appearance::Form(_) | Appearance::Lost => self.lost = Some(LOST),
                Appearance::Nothing => continue,
            }
            // Some viewers draw notes of a layer that is turned off.
            if note.contains_key(&b"OC"[..]) {
                self.fault.get_or_insert(DIFFERS);
            }
        }
        // The parser ends where one is missing.
        if found < notes.raw_iter().count() {
            self.lost = Some(LOST);
        }
    }

    /// Looks at what is drawn by its name.
    fn drawn(&mut self, object: Option<&Stream<'_>>, resources: &Resources<'_>, depth: usize) {
        let Some(object) = object else {
            self.lost = Some(LOST);
            return;
        };
        let layer = object.dict().get::<Dict<'_>>(&b"OC"[..]);
        if layer.as_ref().is_some_and(has_expression) {
            self.fault.get_or_insert(DIFFERS);
        }
        let kind = object.dict().get::<Name<'_>>(&b"Subtype"[..]);
        match kind.as_ref().map(|kind| kind.as_ref()) {
            Some(b"Form") => self.form(object, resources, depth + 1),
            Some(b"Image") => self.picture(object),
            _ => self.lost = Some(LOST),
        }
    }

    /// Looks at the pattern that is drawn with, where there is one.
    fn pattern(
        &mut self,
        instruction: &Instruction<'_, '_>,
        resources: &Resources<'_>,
        depth: usize,
    ) {
        let Some(Object::Name(name)) = instruction.operands().last() else {
            return;
        };
        match resources.patterns.get::<Object<'_>>(name) {
            Some(Object::Stream(tile)) => self.form(&tile, resources, depth + 1),
            Some(Object::Dict(_)) => {}
            _ => self.lost = Some(LOST),
        }
    }

    fn picture(&mut self, picture: &Stream<'_>) {
        let id = picture.obj_id();
        let is_new = self.pictures.insert((id.obj_number, id.gen_number));
        if self.pictures.len() > MOST_PICTURES || is_new && !is_picture_whole(picture) {
            self.lost = Some(LOST);
        }
    }

    fn content(&mut self, content: &[u8], resources: &Resources<'_>, depth: usize) {
        let mut operators = UntypedIter::new(content);
        let mut in_text = false;
        let mut read = 0;
        while let Some(instruction) = operators.next() {
            let operator: &[u8] = instruction.operator;
            read = end(operator, content).unwrap_or(read);
            match operator {
                b"BT" => in_text = true,
                b"ET" => in_text = false,
                _ if is_malformed(operator, &instruction)
                    || !in_text && SHOWING.contains(&operator) =>
                {
                    self.fault = Some(DIFFERS);
                }
                b"BI" => match picture_within(&instruction) {
                    Some(picture) if is_picture_whole(picture) => {}
                    Some(_) => self.lost = Some(LOST),
                    None => self.fault = Some(DIFFERS),
                },
                b"BDC" if in_expressed_layer(&instruction, resources) => {
                    self.fault = Some(DIFFERS);
                }
                b"scn" | b"SCN" => self.pattern(&instruction, resources, depth),
                b"Do" => {
                    let drawn = named(&instruction).and_then(|name| resources.get_x_object(name));
                    self.drawn(drawn.as_ref(), resources, depth);
                }
                _ => {}
            }
            if self.fault.is_some() {
                return;
            }
        }
        // The parser stops at what it does not know.
        let rest = content.get(read..).unwrap_or_default();
        if [&b"Tj"[..], b"TJ", b"Do"]
            .iter()
            .any(|operator| find(rest, operator).is_some())
        {
            self.fault = Some(DIFFERS);
        }
    }
}

/// Where an operator ends in the content that it is a part of.
fn end(operator: &[u8], content: &[u8]) -> Option<usize> {
    let start = (operator.as_ptr() as usize).checked_sub(content.as_ptr() as usize)?;
    let end = start + operator.len();
    (end <= content.len()).then_some(end)
}

fn named<'b, 'a>(instruction: &Instruction<'b, 'a>) -> Option<&'b Name<'a>> {
    match instruction.operands().next() {
        Some(Object::Name(name)) => Some(name),
        _ => None,
    }
}

/// Whether marked content is of a layer that is given by an expression.
fn in_expressed_layer(instruction: &Instruction<'_, '_>, resources: &Resources<'_>) -> bool {
    let mut operands = instruction.operands();
    let is_layer = matches!(operands.next(), Some(Object::Name(tag)) if tag.as_ref() == b"OC");
    let layer = match operands.next() {
        Some(Object::Name(name)) => resources.properties.get::<Dict<'_>>(name),
        Some(Object::Dict(layer)) => Some(layer.clone()),
        _ => None,
    };
    is_layer && layer.as_ref().is_some_and(has_expression)
}

/// The picture within the content, if its data was found.
fn picture_within<'b, 'a>(instruction: &'b Instruction<'b, 'a>) -> Option<&'b Stream<'a>> {
    let mut operands = instruction.operands();
    operands.find_map(|operand| match operand {
        Object::Stream(picture) => Some(picture),
        _ => None,
    })
}

/// Whether an operator that decides about text has other operands than it must have.
fn is_malformed(operator: &[u8], instruction: &Instruction<'_, '_>) -> bool {
    let wanted = OPERATORS.iter().find(|(name, _)| *name == operator);
    wanted.is_some_and(|(_, wanted)| {
        let mut given = instruction.operands();
        let fits = |wanted: &Operand| given.next().is_some_and(|object| is(object, *wanted));
        !wanted.iter().all(fits) || given.next().is_some()
    })
}

fn is(object: &Object<'_>, wanted: Operand) -> bool {
    let is_piece = |piece| matches!(piece, Object::String(_) | Object::Number(_));
    match object {
        Object::Number(_) => wanted == F,
        Object::String(_) => wanted == S,
        Object::Name(_) => wanted == N,
        Object::Array(pieces) => wanted == T && pieces.iter::<Object<'_>>().all(is_piece),
        _ => false,
    }
}
