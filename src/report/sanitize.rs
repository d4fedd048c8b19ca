//! Makes text from documents and paths harmless where it is shown.
//!
//! A scan, a PDF's text layer or a file's name may hold terminal escapes that rewrite the screen,
//! controls that turn the direction of writing around, or characters that nobody sees. None of them
//! is ever part of a number, a label or a form's name, so they are shown as what they are instead
//! of being obeyed.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::identifier::folding::is_invisible;

/// Whether a character acts on a terminal or on the text around it, or hides, instead of being
/// seen.
pub fn acts(c: char) -> bool {
    c.is_control() || c == SOFT_HYPHEN || is_invisible(c)
}

/// Seen only where a line breaks.
const SOFT_HYPHEN: char = '\u{ad}';

/// The text on one line, with every character that [`acts`] written out as `\u{…}`.
pub fn line(text: &str) -> Cow<'_, str> {
    if !text.chars().any(acts) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '\t' => shown.push_str("\\t"),
            '\n' => shown.push_str("\\n"),
            '\r' => shown.push_str("\\r"),
            c if acts(c) => {
                let _ = write!(shown, "\\u{{{:x}}}", u32::from(c)); // a String takes everything
            }
            c => shown.push(c),
        }
    }
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_and_overrides_are_shown() {
        assert_eq!(line("plain é 中"), "plain é 中");
        assert_eq!(line("a\u{1b}[31mred\u{7}"), "a\\u{1b}[31mred\\u{7}");
        assert_eq!(line("x\u{202e}fdp.exe"), "x\\u{202e}fdp.exe");
        for c in "\u{3164}\u{115f}\u{180e}\u{34f}\u{2800}\u{ffa0}\u{fe0f}\u{e0041}".chars() {
            let shown = format!("a\\u{{{:x}}}b", u32::from(c));
            assert_eq!(line(&format!("a{c}b")), shown);
        }
        assert_eq!(
            line("two\nlines\r\u{9b}2J\u{7f}"),
            "two\\nlines\\r\\u{9b}2J\\u{7f}"
        );
    }
}
