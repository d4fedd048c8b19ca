//! Dot leaders and lines drawn with characters, which lead from a label to its value; also where a
//! reader of pixels took them for digits.

/// A leader that was taken for digits is this long at least …
const LEAST_MISREAD: usize = 8;
/// … and so great a share of it is one character. No number that anybody was given looks so.
const ONE_CHARACTER: f32 = 0.7;

/// A word cut before and after leaders: where each part begins, in characters, its text, and
/// whether it is a leader. `unsure` says that the word was read from pixels, and not surely.
pub(super) fn parts(word: &str, unsure: bool) -> Vec<(usize, String, bool)> {
    if unsure && let Some(parts) = around_misread(word) {
        return parts;
    }
    let is_dot = |c: char| matches!(c, '.' | '…' | '_');
    if !word.contains("...") && !word.contains('…') && !word.contains("___") {
        return vec![(0, word.to_owned(), is_leader(word))];
    }
    let mut parts: Vec<(usize, String)> = Vec::new();
    let mut of_dots = None;
    for (i, c) in word.chars().enumerate() {
        if of_dots != Some(is_dot(c)) {
            parts.push((i, String::new()));
            of_dots = Some(is_dot(c));
        }
        if let Some((_, part)) = parts.last_mut() {
            part.push(c);
        }
    }
    let judged = |(i, part): (usize, String)| {
        let leads = is_leader(&part);
        (i, part, leads)
    };
    parts.into_iter().map(judged).collect()
}

/// `NUMBER-888888888-1`: the parts of a word around a row of dashes or dots read as digits.
fn around_misread(word: &str) -> Option<Vec<(usize, String, bool)>> {
    let chars: Vec<char> = word.chars().collect();
    let of_row = |c: &char| c.is_ascii_digit() || matches!(c, '-' | '.');
    let mut start = 0;
    while start < chars.len() {
        let length = chars[start..].iter().take_while(|c| of_row(c)).count();
        let row = &chars[start..start + length];
        if is_one_character(row) {
            let part = |from: usize, to: usize| chars[from..to].iter().collect::<String>();
            let all = [
                (0, part(0, start), false),
                (start, part(start, start + length), true),
                (start + length, part(start + length, chars.len()), false),
            ];
            return Some(all.into_iter().filter(|p| !p.1.is_empty()).collect());
        }
        start += length.max(1);
    }
    None
}

/// Whether nearly all of a row is one character, with a dash or dot left in it: a row of digits
/// alone is a value, which is judged as one. Numbers of many zeros do occur.
fn is_one_character(row: &[char]) -> bool {
    let count = |c: &char| row.iter().filter(|other| *other == c).count();
    let most = row
        .iter()
        .filter(|c| **c != '0')
        .map(count)
        .max()
        .unwrap_or(0);
    row.len() >= LEAST_MISREAD
        && row.iter().any(|c| !c.is_ascii_digit())
        && most as f32 >= ONE_CHARACTER * row.len() as f32
}

/// Whether a word is a dot leader or a line drawn with characters.
pub(super) fn is_leader(word: &str) -> bool {
    // `CASE TYPE. . . . .:`, as line printers set it.
    let word = word.strip_suffix(':').unwrap_or(word);
    let all = |set: &[char]| word.chars().all(|c| set.contains(&c));
    !word.is_empty()
        && (all(&['.', '…', '·', '_'])
            || word.chars().count() >= 3 && all(&['.', '…', '·', '_', '-', '–', '—', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(word: &str, unsure: bool) -> Vec<String> {
        parts(word, unsure).into_iter().map(|p| p.1).collect()
    }

    #[test]
    fn leaders_taken_for_digits_are_cut_out() {
        assert_eq!(
            texts("NUMBER-888888888-1", true),
            ["NUMBER", "-888888888-1"]
        );
        assert_eq!(
            texts("2222222222.February", true),
            ["2222222222.", "February"]
        );
        assert_eq!(texts("888888888-1", false), ["888888888-1"]);
        for number in [
            "034217003351",
            "IOE0912345678",
            "000000000123",
            "09/03/2013",
        ] {
            assert_eq!(texts(number, true), [number]);
        }
        assert_eq!(texts("Amount........$85", false).len(), 3);
    }

    #[test]
    fn a_leader_may_end_in_a_colon() {
        assert!([".", ".:", "...:", "---:"].into_iter().all(is_leader));
        assert!(![":", "", "a:", "-:"].into_iter().any(is_leader));
    }
}
