//! Looks words up, spelled rightly or with a letter wrong.

use super::vocabulary::{Bits, KNOWN, LISTS, SECRET, on};
use std::collections::HashMap;

/// Words shorter than this are never matched with a letter wrong: too many others are near.
const LEAST_FUZZY: usize = 6;

/// All words with their lists.
pub(super) struct Lexicon {
    words: HashMap<&'static str, Bits>,
    /// Long words by their first letter, and by their last, and by their length.
    by_first: Vec<Vec<&'static str>>,
    by_last: Vec<Vec<&'static str>>,
}

/// Longer words are kept with those of this length.
const LONGEST: usize = 24;

/// The place of a letter in an index, for words of a length.
fn place(letter: Option<&u8>, length: usize) -> Option<usize> {
    letter
        .filter(|b| b.is_ascii_lowercase())
        .map(|b| usize::from(b - b'a') * (LONGEST + 1) + length.min(LONGEST))
}

impl Lexicon {
    /// The whole vocabulary.
    pub(super) fn full() -> Self {
        Self::without(|_| false)
    }

    /// The vocabulary without the foreign words for which `hidden` is true: tests show that nothing
    /// becomes wrong by it.
    pub(super) fn without(hidden: impl Fn(&str) -> bool) -> Self {
        let mut words: HashMap<&'static str, Bits> = HashMap::with_capacity(1_500);
        for (list, bits) in LISTS.into_iter().chain([(SECRET, on::SECRET)]) {
            for word in list.split_whitespace() {
                if bits != on::FOREIGN || !hidden(word) {
                    *words.entry(word).or_default() |= bits;
                }
            }
        }
        let long = |w: &&str| w.len() >= LEAST_FUZZY && w.bytes().all(|b| b.is_ascii_lowercase());
        let known = words.iter().filter(|(_, bits)| *bits & KNOWN != 0);
        let mut fuzzy: Vec<&'static str> = known.map(|(word, _)| *word).filter(long).collect();
        fuzzy.sort_unstable();
        let places = 26 * (LONGEST + 1);
        let mut by_first = vec![Vec::new(); places];
        let mut by_last = vec![Vec::new(); places];
        for word in fuzzy {
            let letters = word.as_bytes();
            let at = |letter: Option<&u8>| place(letter, letters.len());
            if let (Some(first), Some(last)) = (at(letters.first()), at(letters.last())) {
                by_first[first].push(word);
                by_last[last].push(word);
            }
        }
        Self {
            words,
            by_first,
            by_last,
        }
    }

    /// The lists of a word spelled just so.
    pub(super) fn exact(&self, word: &str) -> Bits {
        self.words.get(word).copied().unwrap_or(0)
    }

    /// The word of the vocabulary that this one is, read strictly or, in print read from pixels,
    /// with one letter wrong.
    ///
    /// A word that makes a number less ours is found with a letter wrong on both roads; one that
    /// makes it more ours only where pixels were read.
    pub(super) fn find(&self, word: &str, pixels: bool) -> Option<(&'static str, Bits)> {
        if let Some((word, bits)) = self.words.get_key_value(word) {
            return Some((word, *bits));
        }
        self.parts(word)
            .or_else(|| pixels.then(|| self.trimmed(word)).flatten())
            .or_else(|| pixels.then(|| self.short(word)).flatten())
            .or_else(|| self.near(word, pixels))
            .or_else(|| self.hyphened(word))
    }

    /// `number:t` and `(ifF`: a word of ours with a speck read behind its colon, or its last letter
    /// read twice.
    fn trimmed(&self, word: &str) -> Option<(&'static str, Bits)> {
        let known = |w: &str| {
            let found = self.words.get_key_value(w).map(|(w, b)| (*w, *b));
            found.filter(|(_, bits)| bits & (on::FOREIGN | on::ATTORNEY) == 0)
        };
        // "Atty's" with its apostrophe read as a letter.
        if word.starts_with("atty") && word.len() <= 6 {
            return self.words.get_key_value("atty").map(|(w, b)| (*w, *b));
        }
        if let Some((head, tail)) = word.split_once(':') {
            return (tail.len() == 1).then(|| known(head)).flatten();
        }
        let (at, last) = word.char_indices().next_back()?;
        let doubled = word[..at].ends_with(last) && last.is_alphabetic();
        (doubled && at >= 2).then(|| known(&word[..at])).flatten()
    }

    /// `n0.` and `acet`: a short word of ours in which one letter is taken for one that looks like
    /// it; or one of something else, `plece`.
    fn short(&self, word: &str) -> Option<(&'static str, Bits)> {
        let length = word.chars().count();
        if !(2..LEAST_FUZZY).contains(&length) || !word.chars().any(char::is_alphabetic) {
            return None;
        }
        let ours = on::NUMBER | on::ACCOUNT;
        let against = on::FOREIGN | on::ATTORNEY;
        // Words against us are so only where they are in any text.
        let plain = on::MILD | on::COMMON | on::HARMLESS;
        let known = |w: &str| {
            let found = self.words.get_key_value(w).map(|(w, b)| (*w, *b));
            found.filter(|(_, bits)| match bits & against {
                0 => bits & ours != 0,
                _ => length == LEAST_FUZZY - 1 && bits & plain == 0,
            })
        };
        let read: String = word.chars().map(as_letter).collect();
        let swapped = || {
            read.char_indices().find_map(|(i, c)| {
                let alike = ALIKE.iter().find(|(a, b)| *a == c || *b == c)?;
                let other = if alike.0 == c { alike.1 } else { alike.0 };
                let mut text = read.clone();
                text.replace_range(i..i + c.len_utf8(), other.encode_utf8(&mut [0; 4]));
                known(&text)
            })
        };
        known(&read).or_else(|| if length >= 4 { swapped() } else { None })
    }

    /// `application/petition` and the like: one word of a kind whose parts are all of that kind.
    fn parts(&self, word: &str) -> Option<(&'static str, Bits)> {
        let parts = || word.split('/').filter(|p| !p.is_empty());
        if !word.contains('/') || parts().count() == 0 {
            return None;
        }
        let all = |list: Bits| parts().all(|p| self.exact(p) & list != 0);
        if all(on::CASE) {
            return self
                .words
                .get_key_value("application")
                .map(|(w, b)| (*w, *b));
        }
        if all(on::OWNER) {
            return self.words.get_key_value("applicant").map(|(w, b)| (*w, *b));
        }
        let foreign = parts().find(|p| self.exact(p) & (on::FOREIGN | on::ATTORNEY) != 0)?;
        self.words.get_key_value(foreign).map(|(w, b)| (*w, *b))
    }

    /// `ONL-ACCT`: a word of known words is what its head, the last of them, is; one against us
    /// decides.
    fn hyphened(&self, word: &str) -> Option<(&'static str, Bits)> {
        if !word.contains('-') {
            return None;
        }
        let parts: Vec<&str> = word.split('-').collect();
        let known = || {
            parts
                .iter()
                .map(|p| self.words.get_key_value(*p).map(|(w, b)| (*w, *b)))
        };
        if parts.len() < 2 || known().any(|k| k.is_none()) {
            return None;
        }
        let found: Vec<(&'static str, Bits)> = known().flatten().collect();
        let against = found
            .iter()
            .find(|(_, bits)| bits & (on::FOREIGN | on::ATTORNEY) != 0);
        // `NO-FILER` is the number of a person.
        let person = |(_, bits): &(&str, Bits)| bits & (on::NUMBER | on::OWNER) != 0;
        let account =
            found.iter().any(|(_, bits)| bits & on::ACCOUNT != 0) || found.iter().all(person);
        if let Some(word) = against {
            return Some(*word);
        }
        let all = found.iter().fold(0, |bits, (_, b)| bits | b);
        found
            .last()
            .filter(|_| account)
            .map(|(word, _)| (*word, all))
    }

    fn near(&self, word: &str, pixels: bool) -> Option<(&'static str, Bits)> {
        if word.chars().count() < LEAST_FUZZY
            || word.chars().filter(char::is_ascii_alphabetic).count() < 3
        {
            return None;
        }
        let against = on::FOREIGN | on::ATTORNEY;
        let read: String = word.chars().map(as_letter).collect();
        let mut candidates = vec![read];
        for (seen, meant) in [("rn", "m"), ("m", "rn"), ("vv", "w")] {
            if candidates[0].contains(seen) {
                candidates.push(candidates[0].replace(seen, meant));
            }
        }
        let spelled = candidates
            .iter()
            .filter_map(|c| self.words.get_key_value(c.as_str()))
            .map(|(w, b)| (*w, *b));
        if let Some(found) = spelled
            .into_iter()
            .find(|(_, bits)| bits & KNOWN != 0 && (pixels || bits & against != 0))
        {
            return Some(found);
        }
        let mut best: Option<(&'static str, Bits)> = None;
        for candidate in &candidates {
            let letters = candidate.as_bytes();
            // One letter wrong cannot be both the first and the last.
            let lengths = || letters.len() - 1..=letters.len() + 1;
            let first = lengths().filter_map(|n| place(letters.first(), n));
            let last = lengths().filter_map(|n| place(letters.last(), n));
            let first = first.flat_map(|at| &self.by_first[at]);
            let last = last.flat_map(|at| &self.by_last[at]);
            for known in first.chain(last).copied() {
                if !one_apart(letters, known.as_bytes()) {
                    continue;
                }
                let bits = self.exact(known);
                if bits & against != 0 {
                    return Some((known, bits));
                }
                if pixels && best.is_none() {
                    best = Some((known, bits));
                }
            }
        }
        best
    }
}

/// Letters that OCR takes for one another.
const ALIKE: [(char, char); 5] = [('c', 'e'), ('o', 'c'), ('i', 'l'), ('n', 'h'), ('t', 'f')];

/// The letter that a digit in a word is a misreading of.
fn as_letter(c: char) -> char {
    match c {
        '0' => 'o',
        '1' | '|' | '!' => 'l',
        '4' => 'a',
        '5' | '$' => 's',
        '8' => 'b',
        '3' => 'e',
        '@' => 'a',
        other => other,
    }
}

/// Whether two words differ by at most one letter put in, left out or changed.
fn one_apart(a: &[u8], b: &[u8]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let same = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    if short.len() == long.len() {
        return same == short.len() || short[same + 1..] == long[same + 1..];
    }
    long.len() == short.len() + 1 && short[same..] == long[same + 1..]
}

#[cfg(test)]
#[path = "lexicon_tests.rs"]
mod tests;
