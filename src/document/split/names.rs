//! The names that a content stream speaks of, so that only the resources behind them are copied.
//!
//! Scanners and word processors often hang the pictures and fonts of all pages in one dictionary,
//! which each page then calls its own.

use std::collections::HashSet;

/// Every name in a content stream. Strings and inline pictures may add names that are none: a
/// resource too many is copied then, and only if it is called so.
pub(super) fn add(content: &[u8], to: &mut HashSet<Vec<u8>>) {
    let mut rest = content;
    while let Some(at) = rest.iter().position(|byte| *byte == b'/') {
        rest = rest.get(at + 1..).unwrap_or_default();
        let end = rest.iter().position(|byte| !is_regular(*byte));
        let (name, tail) = rest.split_at(end.unwrap_or(rest.len()));
        // Before PDF 1.2 a number sign was a character like others.
        to.insert(unescaped(name));
        to.insert(name.to_vec());
        rest = tail;
    }
}

fn is_regular(byte: u8) -> bool {
    !matches!(
        byte,
        0 | b'\t'
            | b'\n'
            | 0x0c
            | b'\r'
            | b' '
            | b'('
            | b')'
            | b'<'
            | b'>'
            | b'['
            | b']'
            | b'{'
            | b'}'
            | b'/'
            | b'%'
    )
}

/// A name with its `#20` as characters.
fn unescaped(name: &[u8]) -> Vec<u8> {
    let digit = |byte: Option<&u8>| char::from(*byte?).to_digit(16);
    let mut plain = Vec::with_capacity(name.len());
    let mut at = 0;
    while let Some(byte) = name.get(at) {
        let escaped = (*byte == b'#')
            .then(|| Some(digit(name.get(at + 1))? * 16 + digit(name.get(at + 2))?))
            .flatten();
        match escaped.and_then(|value| u8::try_from(value).ok()) {
            Some(value) => {
                plain.push(value);
                at += 3;
            }
            None => {
                plain.push(*byte);
                at += 1;
            }
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_wherever_they_end() {
        let mut found = HashSet::new();
        add(
            b"q /Im0 Do /F#31 12 Tf[/A/B]/GS1 gs<</MCID 0>>BDC /Last",
            &mut found,
        );
        for name in ["Im0", "F1", "F#31", "A", "B", "GS1", "MCID", "Last"] {
            assert!(found.contains(name.as_bytes()), "{name}");
        }
        assert_eq!(found.len(), 8);
    }
}
