//! Several PDFs in one file, one after the other, as `copy /b` and some scanners make them. Viewers
//! show the last.

use std::ops::Range;

use super::{Part, Place};

const HEADER: &[u8] = b"%PDF-";
const END: &[u8] = b"%%EOF";

/// The PDFs in a file, if it begins with one and has more: each ends with an end mark, and the next
/// one's header follows directly. Headers of PDFs inside a PDF follow something else.
pub(super) fn parts(bytes: &[u8]) -> Vec<Range<usize>> {
    if !bytes.starts_with(HEADER) {
        return Vec::new();
    }
    let mut starts = vec![0];
    let mut from = HEADER.len();
    while let Some(at) = find_from(bytes, HEADER, from) {
        let before = bytes.get(..at).unwrap_or_default().trim_ascii_end();
        if before.ends_with(END) {
            starts.push(at);
        }
        from = at + HEADER.len();
    }
    if starts.len() < 2 {
        return Vec::new();
    }
    let ends = starts.iter().skip(1).copied().chain([bytes.len()]);
    starts
        .iter()
        .copied()
        .zip(ends)
        .map(|(a, b)| a..b)
        .collect()
}

fn find_from(bytes: &[u8], needle: &[u8], from: usize) -> Option<usize> {
    crate::document::sniff::find(bytes.get(from..)?, needle).map(|at| at + from)
}

/// The part of an earlier PDF.
pub(super) fn part(range: Range<usize>) -> Part {
    Part::new("before.pdf", Place::Bytes(range))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_header_behind_an_end_mark_begins_another_pdf() {
        let two = b"%PDF-1.3 a %%EOF\r\n%PDF-1.4 b %%EOF\n";
        assert_eq!(parts(two), [0..18, 18..35]);
        let inside = b"%PDF-1.3 stream\n%PDF-1.4 b %%EOF\nendstream %%EOF\n";
        assert!(parts(inside).is_empty());
        let updated = b"%PDF-1.3 a %%EOF\n1 0 obj %%EOF\n";
        assert!(parts(updated).is_empty());
    }
}
