//! Words as the vocabulary spells them: small letters without accents, without the punctuation and
//! the possessive around them.

/// The word in the vocabulary's spelling; empty for punctuation alone.
pub(super) fn normal(word: &str) -> String {
    if word.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return word.to_ascii_lowercase();
    }
    let mut plain = String::with_capacity(word.len());
    for c in word.chars() {
        push_plain(&mut plain, c);
    }
    if plain.contains('(') {
        plain = plain.replace("(s)", "s").replace("(es)", "es");
    }
    let stripped = plain.trim_matches(is_wrapping);
    // "(USCIS)/ Your number": the stroke parts two languages.
    let stripped = stripped.trim_end_matches('/').trim_end_matches(is_wrapping);
    let stripped = stripped
        .strip_suffix("'s")
        .or_else(|| stripped.strip_suffix('\''))
        .unwrap_or(stripped);
    let stripped = stripped.strip_prefix('\'').unwrap_or(stripped);
    let bare = stripped.replace("'s", "");
    let bare = bare.trim_matches(is_wrapping);
    // A dash behind a word joins it with nothing.
    let joined = bare.trim_end_matches('-');
    if joined.chars().filter(|c| c.is_alphabetic()).count() >= 3 {
        joined.to_owned()
    } else {
        bare.to_owned()
    }
}

fn is_wrapping(c: char) -> bool {
    matches!(
        c,
        '.' | ','
            | ';'
            | ':'
            | '('
            | ')'
            | '['
            | ']'
            | '{'
            | '}'
            | '"'
            | '\u{201c}'
            | '\u{201d}'
            | '*'
            | '\u{2020}'
            | '\u{2021}'
            | '\u{a7}'
            | '<'
            | '='
            | '>'
            | '|'
            | '!'
            | '?'
            | '\u{bf}'
            | '\u{a1}'
            | '\u{b9}'
            | '\u{b2}'
            | '\u{b3}'
    )
}

fn push_plain(out: &mut String, c: char) {
    let plain = match c {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'Á' | 'À' | 'Â' | 'Ä' | 'Ã' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' | 'Í' | 'Ì' | 'Î' | 'Ï' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'Ó' | 'Ò' | 'Ô' | 'Ö' | 'Õ' => 'o',
        'ú' | 'ù' | 'û' | 'ü' | 'Ú' | 'Ù' | 'Û' | 'Ü' => 'u',
        'ñ' | 'Ñ' => 'n',
        'ç' | 'Ç' => 'c',
        '\u{2019}' | '`' | '\u{b4}' | '\u{2018}' => '\'',
        '\u{2010}'..='\u{2015}' => '-',
        // Soft hyphens, spaces without width and marks that turn the writing direction say nothing.
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{feff}' => return,
        'ﬁ' => return out.push_str("fi"),
        'ﬂ' => return out.push_str("fl"),
        other => return out.extend(other.to_lowercase()),
    };
    out.push(plain);
}

/// Whether a word is a sign for number: `#`, `No.`, `Nº`.
pub(super) fn is_number_sign(word: &str) -> bool {
    let bare = word.trim_matches(|c| matches!(c, '(' | ')' | ':'));
    let lower = bare.to_lowercase();
    matches!(
        lower.as_str(),
        "#" | "nº" | "n°" | "№" | "no." | "n.º" | "núm." | "num." | "no" | "nos."
    )
}

/// Whether a word ends with `#`, as in `Acct#:`.
pub(super) fn ends_with_hash(word: &str) -> bool {
    word.trim_end_matches([':', ')', '.']).ends_with('#')
}

/// Whether a word is written with capitals alone.
pub(super) fn is_upper(word: &str) -> bool {
    word.chars().any(char::is_uppercase) && !word.chars().any(char::is_lowercase)
}

/// Whether a word begins with a capital.
pub(super) fn is_capitalized(word: &str) -> bool {
    word.trim_start_matches(['(', '"', '\u{201c}'])
        .chars()
        .next()
        .is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_meet() {
        for (printed, plain) in [
            ("Número", "numero"),
            ("Attorney’s", "attorney"),
            ("Petitioners'", "petitioners"),
            ("(USCIS)", "uscis"),
            ("A-Number(s):", "a-numbers"),
            ("Number¹", "number"),
            ("A#:", "a#"),
            ("***", ""),
            ("No.", "no"),
        ] {
            assert_eq!(normal(printed), plain, "{printed}");
        }
    }
}
