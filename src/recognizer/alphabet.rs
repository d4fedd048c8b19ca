//! The characters that the line recognizer can write: class 0 is the blank, class `i` the `i`-th
//! character.

use std::collections::HashMap;

use serde::Deserialize;

use crate::model::error::SetupError;

/// The class that stands for "no character here".
pub const BLANK: u8 = 0;

/// Classes are kept in sets of 128 bits.
const MOST_CLASSES: usize = 128;

/// The characters of a model, in the order of its classes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alphabet {
    chars: Vec<char>,
    classes: HashMap<char, u8>,
}

/// What the file beside the weights says.
#[derive(Debug, Deserialize)]
struct Description {
    alphabet: String,
}

impl Alphabet {
    /// An alphabet whose class 1 is the first of `chars`; refuses repetitions and more than 127
    /// characters.
    pub fn new(chars: &str) -> Result<Self, SetupError> {
        let chars: Vec<char> = chars.chars().collect();
        let classes: HashMap<char, u8> = chars
            .iter()
            .zip(1..=u8::MAX)
            .map(|(c, class)| (*c, class))
            .collect();
        if chars.is_empty() || chars.len() >= MOST_CLASSES || classes.len() != chars.len() {
            return Err(SetupError::Engine(
                "the line recognizer's alphabet is not a set of 1 to 127 characters".to_owned(),
            ));
        }
        Ok(Self { chars, classes })
    }

    /// The alphabet in the description that was written beside a model's weights.
    pub fn from_description(json: &str) -> Result<Self, SetupError> {
        let description: Description = serde_json::from_str(json).map_err(|e| {
            SetupError::Engine(format!(
                "the line recognizer's description cannot be read: {e}"
            ))
        })?;
        Self::new(&description.alphabet)
    }

    /// How many classes there are, the blank among them.
    pub fn classes(&self) -> usize {
        self.chars.len() + 1
    }

    /// The character of a class; none for the blank and beyond the end.
    pub fn char(&self, class: u8) -> Option<char> {
        self.chars.get(usize::from(class).checked_sub(1)?).copied()
    }

    /// The class of a character; none where the model cannot write it.
    pub fn class(&self, c: char) -> Option<u8> {
        self.classes.get(&c).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_and_characters_are_inverse() {
        let alphabet = Alphabet::new("01A -").unwrap();
        assert_eq!(alphabet.classes(), 6);
        assert_eq!(alphabet.class('0'), Some(1));
        assert_eq!(alphabet.char(5), Some('-'));
        assert_eq!(
            (alphabet.char(BLANK), alphabet.char(6), alphabet.class('x')),
            (None, None, None)
        );
    }

    #[test]
    fn what_is_no_alphabet_is_refused() {
        assert!(Alphabet::new("").is_err());
        assert!(Alphabet::new("aa").is_err());
        assert!(Alphabet::from_description("{}").is_err());
        assert!(Alphabet::from_description(r#"{"alphabet": "01", "version": 1}"#).is_ok());
    }
}
