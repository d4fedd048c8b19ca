//! Turns of speech that say what a number in a sentence is not: an example, denied, another's.
//!
//! Growing these lists is safe: they only ever make a number less ours.

use super::sheet::Token;

/// Words of so many letters are still known with one of them wrong.
const LONG_WORD: usize = 4;

pub(super) const EXAMPLES: [&str; 31] = [
    "for example",
    "e.g",
    "example",
    "examples",
    "such as",
    "for instance",
    "sample",
    "looks like",
    "look like",
    "format",
    "formatted",
    "ejemplo",
    "made-up",
    "fictitious",
    "dummy",
    "invented",
    "specimen",
    "illustration",
    "would be written",
    "would be one",
    "written like",
    "printed like",
    "made up",
    "stand for no",
    "stands for no",
    "shown like",
    "illustrated",
    "placeholder",
    "ex",
    "number like",
    "numbers like",
];

/// Those that announce it, so that it follows.
pub(super) const ANNOUNCING: [&str; 5] = ["for example", "such as", "for instance", "e.g", "like"];

pub(super) const DENIALS: [&str; 47] = [
    "is not",
    "isn't",
    "are not",
    "was not",
    "not your",
    "not the",
    "not a",
    "not an",
    "no es",
    "cannot be",
    "unlike",
    "other than",
    "different from",
    "confused with",
    "confuse with",
    "do not use",
    "do not enter",
    "do not write",
    "not confuse",
    "never",
    "neither",
    "nor",
    "no longer",
    "replaces",
    "replaced",
    "closed",
    "canceled",
    "cancelled",
    "superseded",
    "do not have",
    "does not have",
    "have no",
    "has no",
    "without a",
    "not linked",
    "not been",
    "not find",
    "not yours",
    "not to you",
    "no access",
    "formerly",
    "previously",
    "incorrect",
    "wrong",
    "invalid",
    "in place of",
    "does not belong",
];

pub(super) const BELONGS: [&str; 16] = [
    "belongs to",
    "belong to",
    "is that of",
    "that of",
    "account of",
    "held by",
    "used by",
    "registered to",
    "registered by",
    "assigned to",
    "issued to",
    "is for",
    "de su",
    "del",
    "belonging to",
    "opened by",
];

/// Said of a number, these leave it to somebody else.
pub(super) const NOT_YOURS: [&str; 13] = [
    "isn't yours",
    "not a number of yours",
    "no number of yours",
    "none of yours",
    "you have no access",
    "and not to you",
    "but not to you",
    "is not yours",
    "person not yours",
    "not for your use",
    "not belong to you",
    "not your own",
    "must not be used on your",
];

/// Said behind a person's number, these make the person none of the case.
pub(super) const NO_PARTY: [&str; 3] = ["not a party", "no party", "not party"];

/// Words that set a person apart from those of the case …
pub(super) const APART: [&str; 9] = [
    "another",
    "other",
    "former",
    "previous",
    "prior",
    "earlier",
    "different",
    "unrelated",
    "otro",
];
/// … and the persons.
pub(super) const PERSONS: [&str; 12] = [
    "person",
    "filer",
    "petitioner",
    "applicant",
    "employer",
    "party",
    "household",
    "sponsor",
    "company",
    "requestor",
    "customer",
    "persona",
];
/// What turns down only the number behind it: "answer there instead of by mail" denies nothing.
pub(super) const PASSED_OVER: [&str; 2] = ["instead of", "rather than"];

/// The words of some tokens, for a search of phrases.
pub(super) fn spoken(tokens: &[Token]) -> String {
    let mut text = String::from(" ");
    for token in tokens.iter().filter(|t| !t.norm.is_empty()) {
        text.push_str(&token.norm);
        text.push(' ');
    }
    text
}

/// Whether a text ends with one of some phrases.
pub(super) fn says_last(text: &str, phrases: &[&str]) -> bool {
    let text = text.trim_end();
    phrases
        .iter()
        .any(|p| text.strip_suffix(p).is_some_and(|rest| rest.ends_with(' ')))
}

/// Whether a text begins with one of some phrases.
pub(super) fn says_first(text: &str, phrases: &[&str]) -> bool {
    let text = text.trim_start();
    phrases.iter().any(|p| {
        text.strip_prefix(p)
            .is_some_and(|rest| rest.starts_with(' '))
    })
}

/// Whether a text has one of some phrases.
pub(super) fn says(text: &str, phrases: &[&str]) -> bool {
    let starts = text.match_indices(' ').map(|(i, _)| i + 1);
    starts.into_iter().any(|start| {
        let rest = &text.as_bytes()[start..];
        phrases.iter().any(|phrase| {
            let phrase = phrase.as_bytes();
            rest.first() == phrase.first()
                && rest.starts_with(phrase)
                && rest.get(phrase.len()) == Some(&b' ')
        })
    })
}

/// Whether a text that was read from pixels has a phrase of several words, one letter of each
/// long word aside. A single word may be another one: `simple` is no `sample`.
pub(super) fn nearly_says(text: &str, phrases: &[&str]) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    phrases.iter().any(|phrase| {
        let phrase: Vec<&str> = phrase.split(' ').collect();
        let all = |said: &[&str]| said.iter().zip(&phrase).all(|(a, b)| is_nearly(a, b));
        phrase.len() > 1 && words.windows(phrase.len()).any(all)
    })
}

/// Whether two words are the same but for one letter of a long word, which may be another or none.
pub(super) fn is_nearly(word: &str, known: &str) -> bool {
    if word == known || known.len() < LONG_WORD {
        return word == known;
    }
    let same = |a: &[u8], b: &[u8]| a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (word.as_bytes(), known.as_bytes());
    let at = same(a, b);
    let rest = |of: &[u8], skipped: usize| of.get(at + skipped..).map(<[u8]>::to_vec);
    let other = a.len() == b.len() && rest(a, 1) == rest(b, 1);
    let lost = a.len() + 1 == b.len() && rest(a, 0) == rest(b, 1);
    other || lost
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_read_wrongly_leaves_an_example_one() {
        let nearly = |text: &str| nearly_says(text, &EXAMPLES);
        assert!(nearly("numbers look lhke these"));
        assert!(nearly("for exanple these"));
        assert!(!nearly("a simple number is not a sample"));
        assert!(!nearly("the receipt number of this case"));
        assert!(is_nearly("diferent", "different") && is_nearly("difierent", "different"));
        assert!(!is_nearly("difernt", "different") && !is_nearly("priors", "prior"));
    }
}
