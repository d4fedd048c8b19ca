//! Running text broken into lines, for the terminal and for what is written on pictures.

/// Breaks text between words so that no line passes `width` columns; every line but the first begins with `hanging`, which the
/// first one is taken to be preceded by.
pub fn wrapped(text: &str, hanging: &str, width: usize) -> String {
    wrapped_from(hanging.chars().count(), text, hanging, width)
}

/// The same for a first line that begins at `column`.
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
    fn text_is_broken_between_words() {
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
