//! Whether what a PDF page's content draws is the same in every viewer.
//!
//! Where an operator breaks the rules of the format, viewers differ: some leave it out, some take
//! its first operands and others its last ones, some stop there, and text outside a text object is
//! put at one place or another. What one of them draws is then no evidence of what a person saw.

use std::collections::HashSet;

use hayro_syntax::content::{Instruction, UntypedIter};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use hayro_syntax::page::{Page as PdfPage, Resources};

use super::sniff::find;
use super::whole::is_whole;

/// Forms in forms are drawn so deep.
const DEEPEST: usize = 12;
/// A page that draws more forms than this is not looked through to its end.
const MOST_FORMS: usize = 2_000;

const DIFFERS: &str = "the page has malformed drawing instructions, which viewers draw differently";
const UNREAD: &str = "part of the page's content is damaged";
const ENDLESS: &str = "the page has too many parts to check all of them";

/// Why a page may look otherwise in another viewer; `None` where its content keeps to the format.
pub(super) fn fault(page: &PdfPage<'_>) -> Option<&'static str> {
    let mut check = Check::default();
    if let Some(content) = page.page_stream() {
        check.content(content, page.resources(), 0);
    }
    for form in appearances(page) {
        check.form(&form, page.resources(), 0);
    }
    let part = || has_unread_part(page).then_some(UNREAD);
    check.fault.or_else(part)
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

/// The appearances of notes and form fields, as they are drawn.
fn appearances<'a>(page: &PdfPage<'a>) -> Vec<Stream<'a>> {
    let Some(notes) = page.raw().get::<Array<'a>>(&b"Annots"[..]) else {
        return Vec::new();
    };
    let drawn = |note: Dict<'a>| {
        let normal = note.get::<Dict<'a>>(&b"AP"[..])?;
        match normal.get::<Object<'a>>(&b"N"[..])? {
            Object::Stream(stream) => Some(stream),
            Object::Dict(states) => {
                let state = note.get::<Name<'_>>(&b"AS"[..])?;
                states.get::<Stream<'a>>(state)
            }
            _ => None,
        }
    };
    notes
        .iter::<Dict<'a>>()
        .take(MOST_FORMS)
        .filter_map(drawn)
        .collect()
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
    /// Forms that were met.
    seen: HashSet<(u32, i32)>,
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
                b"BI" if !has_picture(&instruction) => self.fault = Some(DIFFERS),
                b"Do" => {
                    let form = named(&instruction).and_then(|name| resources.get_x_object(name));
                    if let Some(form) = form.filter(is_form) {
                        self.form(&form, resources, depth + 1);
                    }
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

/// Whether the data of a picture within the content was found.
fn has_picture(instruction: &Instruction<'_, '_>) -> bool {
    let mut operands = instruction.operands();
    operands.any(|operand| matches!(operand, Object::Stream(_)))
}

fn is_form(stream: &Stream<'_>) -> bool {
    let kind = stream.dict().get::<Name<'_>>(&b"Subtype"[..]);
    kind.is_some_and(|kind| kind.as_ref() == b"Form")
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
