//! Repairs of the confusions that readers of pictures make, where the grammar of the place leaves one answer.

/// The digit a reader may have meant by a character, and whether that changes it.
pub fn as_digit(c: char) -> Option<(char, bool)> {
    let digit = match c {
        '0'..='9' => return Some((c, false)),
        'O' | 'o' | 'Q' | 'D' => '0',
        'I' | 'l' | '|' | '!' | 'i' => '1',
        'Z' | 'z' => '2',
        'S' | 's' => '5',
        'G' | 'b' => '6',
        'B' => '8',
        _ => return None,
    };
    Some((digit, true))
}

/// The letter a reader may have meant by a character, and whether that changes it.
pub fn as_letter(c: char) -> Option<(char, bool)> {
    let letter = match c {
        'A'..='Z' => return Some((c, false)),
        '0' => 'O',
        '1' | 'l' | '|' | '!' => 'I',
        '2' => 'Z',
        '5' => 'S',
        '6' => 'G',
        '8' => 'B',
        'a'..='z' => c.to_ascii_uppercase(),
        _ => return None,
    };
    Some((letter, true))
}

/// Repairs each character for its place; `None` where one has no reading. Gives the text and how many were changed.
pub fn repair(
    text: impl IntoIterator<Item = char>,
    rule: fn(char) -> Option<(char, bool)>,
) -> Option<(String, usize)> {
    let mut changed = 0;
    let mut repaired = String::new();
    for c in text {
        let (right, differs) = rule(c)?;
        repaired.push(right);
        changed += usize::from(differs);
    }
    Some((repaired, changed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn confusions_are_folded_by_place() {
        assert_eq!(
            repair("O1lSB".chars(), as_digit),
            Some(("01158".to_owned(), 4))
        );
        assert_eq!(
            repair("1OE".chars(), as_letter),
            Some(("IOE".to_owned(), 1))
        );
        assert_eq!(repair("12X".chars(), as_digit), None);
    }
}
