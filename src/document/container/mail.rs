//! Mails and mailboxes: what is attached. The text of a mail is not read.

use std::ops::Range;

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::{MOST_PARTS, Part, Parts, Place, Shared, Source, damaged};
use crate::model::error::DocumentError;

/// How each message of a mailbox begins.
const SEPARATOR: &[u8] = b"From ";

pub(super) fn open(bytes: Shared) -> Result<Parts, DocumentError> {
    let messages = messages(bytes.as_ref());
    let is_box = bytes.as_ref().starts_with(SEPARATOR);
    if let ([only], false) = (&messages[..], is_box)
        && is_pdf_behind_headers(bytes.as_ref().get(only.clone()).unwrap_or_default())
    {
        // Not a mail, but what a program put before a PDF.
        return Ok(("a mail", Source::Bytes(bytes), Vec::new()));
    }
    let mut parts = Vec::new();
    for (number, range) in messages.iter().enumerate() {
        let text = bytes.as_ref().get(range.clone()).unwrap_or_default();
        let Some(message) = MessageParser::new().parse(text) else {
            continue;
        };
        for (index, part) in files(&message) {
            let name = name(part, index);
            let name = if messages.len() > 1 {
                format!("{}/{name}", number + 1)
            } else {
                name
            };
            parts.push(Part::new(name, Place::Message(range.clone(), index)));
        }
        if parts.len() > MOST_PARTS {
            break;
        }
    }
    let kind = if is_box { "a mailbox" } else { "a mail" };
    Ok((kind, Source::Bytes(bytes), parts))
}

/// Where the messages are: one in a mail; in a mailbox each begins with a line of its own, after a
/// blank one, and headers follow.
fn messages(bytes: &[u8]) -> Vec<Range<usize>> {
    if !bytes.starts_with(SEPARATOR) {
        return std::iter::once(0..bytes.len()).collect();
    }
    let mut starts = vec![0];
    let mut from = 0;
    while let Some(at) = super::find(bytes.get(from..).unwrap_or_default(), b"\nFrom ") {
        let start = from + at + 1;
        let blank = bytes
            .get(..start - 1)
            .is_some_and(|before| before.ends_with(b"\n") || before.ends_with(b"\n\r"));
        if blank && has_headers(after_line(bytes, start)) {
            starts.push(start);
        }
        from = start;
    }
    let ends = starts.iter().skip(1).copied().chain([bytes.len()]);
    let ranges = starts.iter().zip(ends);
    // Without the separating line.
    ranges
        .map(|(start, end)| {
            let rest = after_line(bytes, *start).len();
            bytes.len().saturating_sub(rest).min(end)..end
        })
        .collect()
}

/// What follows the line that begins at `start`.
fn after_line(bytes: &[u8], start: usize) -> &[u8] {
    let rest = bytes.get(start..).unwrap_or_default();
    let end = rest.iter().position(|byte| *byte == b'\n');
    end.and_then(|end| rest.get(end + 1..)).unwrap_or_default()
}

/// Whether a text begins with a header.
fn has_headers(text: &[u8]) -> bool {
    let name = text.iter().position(|byte| *byte == b':');
    let name = name.and_then(|end| text.get(..end)).unwrap_or_default();
    !name.is_empty() && name.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'-')
}

/// Whether headers are followed by a PDF as it is.
fn is_pdf_behind_headers(message: &[u8]) -> bool {
    let ends: [&[u8]; 2] = [b"\n\n", b"\r\n\r\n"];
    let body = ends
        .iter()
        .filter_map(|end| super::find(message, end).map(|at| at + end.len()))
        .min();
    let body = body.and_then(|at| message.get(at..)).unwrap_or_default();
    body.trim_ascii_start().starts_with(b"%PDF-")
}

/// The parts of a message that are files: attached, shown in the text, or all that it is.
fn files<'a>(message: &'a Message<'a>) -> impl Iterator<Item = (usize, &'a MessagePart<'a>)> {
    let is_file = |part: &MessagePart| match &part.body {
        PartType::Binary(_) | PartType::InlineBinary(_) | PartType::Message(_) => true,
        PartType::Text(_) | PartType::Html(_) => part.attachment_name().is_some(),
        PartType::Multipart(_) => false,
    };
    let parts = message.parts.iter().enumerate();
    parts.filter(move |(_, part)| is_file(part))
}

fn name(part: &MessagePart, index: usize) -> String {
    match (part.attachment_name(), &part.body) {
        (Some(name), _) => name.to_owned(),
        (None, PartType::Message(_)) => format!("message-{index}.eml"),
        (None, _) => {
            let kind = part.content_type().and_then(|kind| kind.subtype());
            // A name in a path ends as its kind is called, where that is an ending.
            let plain = |kind: &&str| kind.bytes().all(|b| b.is_ascii_alphanumeric());
            let ending = kind.filter(plain).map(|kind| format!(".{kind}"));
            format!("part-{index}{}", ending.unwrap_or_default())
        }
    }
}

/// The bytes of a part of the message in a range.
pub(super) fn part(
    bytes: &Shared,
    message: Range<usize>,
    index: usize,
) -> Result<Vec<u8>, DocumentError> {
    let text = bytes.as_ref().get(message).unwrap_or_default();
    let message = MessageParser::new().parse(text);
    let part = message
        .as_ref()
        .and_then(|message| message.parts.get(index));
    let part = part.ok_or_else(|| damaged("the mail cannot be read"))?;
    Ok(part.contents().to_vec())
}
