//! Word wrapping, for the terminal and for text on annotated pages.

/// Wraps text at `width` columns. Every line after the first starts with `hanging`; the first is
/// assumed to be preceded by as many columns.
pub fn wrapped(text: &str, hanging: &str, width: usize) -> String {
    wrapped_from(hanging.chars().count(), text, hanging, width)
}

/// Wraps text like [`wrapped`] if the first line starts at `column`.
pub fn wrapped_from(mut column: usize, text: &str, hanging: &str, width: usize) -> String {
    let mut lines = String::new();
    let mut first = true;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if first {
            first = false;
        } else if column + 1 + length > width {
            lines.push('\n');
            lines.push_str(hanging);
            column = hanging.chars().count();
        } else {
            lines.push(' ');
            column += 1;
        }
        lines.push_str(word);
        column += length;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_wrapped_between_words() {
        assert_eq!(wrapped("one two three", "  ", 9), "one two\n  three");
        assert_eq!(
            wrapped("a-word-that-is-too-long x", "", 5),
            "a-word-that-is-too-long\nx"
        );
        assert_eq!(
            wrapped_from(0, "one two three", "  ", 8),
            "one two\n  three"
        );
    }
}
