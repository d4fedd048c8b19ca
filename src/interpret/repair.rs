//! Repairs of the confusions that OCR makes, where the grammar of the place leaves one answer.

use crate::identifier::Prefix;
use crate::identifier::confusables::{capitals_for, digit_for};
use crate::identifier::shape::PREFIX_LETTERS;

/// The digit that a character may stand for, and whether that changes it.
pub fn as_digit(c: char) -> Option<(char, bool)> {
    digit_for(c).map(|digit| (digit, digit != c))
}

/// The digits that characters stand for; `None` where one cannot be a digit. Gives the text and how
/// many were changed.
pub fn repair_digits(text: impl IntoIterator<Item = char>) -> Option<(String, usize)> {
    let mut changed = 0;
    let mut repaired = String::new();
    for c in text {
        let (digit, differs) = as_digit(c)?;
        repaired.push(digit);
        changed += usize::from(differs);
    }
    Some((repaired, changed))
}

/// The letters in front of a receipt number, and how many were changed. Where a character may have
/// been one of two letters, those of an existing prefix are meant.
pub fn repair_prefix(read: &[char]) -> Option<(String, usize)> {
    let mut spellings = vec![String::new()];
    for c in read {
        spellings = spellings
            .iter()
            .flat_map(|start| capitals_for(*c).map(move |capital| format!("{start}{capital}")))
            .collect();
    }
    let known = |spelling: &&String| Prefix::known().any(|prefix| prefix.as_str() == *spelling);
    let meant = spellings.iter().find(known).or(spellings.first())?;
    let changed = meant.chars().zip(read).filter(|(a, b)| a != *b).count();
    (read.len() == PREFIX_LETTERS).then(|| (meant.clone(), changed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn confusions_are_folded_by_place() {
        let digits = |text: &str| repair_digits(text.chars());
        assert_eq!(digits("O1lSBL"), Some(("011581".to_owned(), 5)));
        assert_eq!(digits("12X"), None);
    }

    #[test]
    fn a_prefix_is_one_that_exists() {
        let prefix = |text: &str| repair_prefix(&text.chars().collect::<Vec<_>>());
        assert_eq!(prefix("1OE"), Some(("IOE".to_owned(), 1)));
        assert_eq!(prefix("lOE"), Some(("IOE".to_owned(), 1)));
        assert_eq!(prefix("lIN"), Some(("LIN".to_owned(), 1)));
        assert_eq!(prefix("GUZ"), Some(("GUZ".to_owned(), 0)));
        assert_eq!(prefix("7OE"), None);
        assert_eq!(prefix("IO"), None);
    }
}
