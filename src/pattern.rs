//! Regular expressions for lines of text, without the search for literals that the crate `regex` adds: it takes most of the time
//! of compiling one, which for a single file is as much as reading a page, and lines are too short to win it back.

use regex_automata::meta::Regex;
use regex_automata::{Input, util::captures::Captures};
use std::ops::Range;

/// A compiled regular expression, in the syntax of the crate `regex`.
pub struct Pattern(Regex);

impl Pattern {
    /// Compiles a constant; one that is no regular expression never passes the tests.
    pub fn new(text: &str) -> Self {
        let regex = Regex::builder().configure(Regex::config().auto_prefilter(false)).build(text);
        Self(regex.unwrap_or_else(|_| unreachable!("patterns are constant and covered by tests")))
    }

    /// Whether it matches somewhere.
    pub fn is_match(&self, text: &str) -> bool {
        self.0.is_match(text)
    }

    /// The bytes of the first match that begins at this byte or later.
    pub fn find_at(&self, text: &str, from: usize) -> Option<Range<usize>> {
        self.0.find(Input::new(text).range(from..)).map(|hit| hit.range())
    }

    /// The groups of the first match.
    pub fn groups<'t>(&self, text: &'t str) -> Option<Groups<'t>> {
        let mut found = self.0.create_captures();
        self.0.captures(text, &mut found);
        found.is_match().then_some(Groups { text, found })
    }
}

/// What the groups of a match hold.
pub struct Groups<'t> {
    text: &'t str,
    found: Captures,
}

impl<'t> Groups<'t> {
    /// The text of the group with this number, from 1; `None` where it took no part.
    pub fn get(&self, number: usize) -> Option<&'t str> {
        self.text.get(self.found.get_group(number)?.range())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matches_and_groups() {
        let pattern = Pattern::new(r"(?i)\b(\w)b(c)?");
        assert!(pattern.is_match("x ABC") && !pattern.is_match("xabc"));
        assert_eq!(
            (pattern.find_at("ab ab", 0), pattern.find_at("ab ab", 1), pattern.find_at("ab", 1)),
            (Some(0..2), Some(3..5), None)
        );
        let groups = pattern.groups("é Öb").expect("it matches");
        assert_eq!((groups.get(1), groups.get(2)), (Some("Ö"), None));
        assert!(pattern.groups("").is_none());
    }
}
