//! Capitals and small letters.

/// Small words that stay small in a title.
const SMALL: [&str; 9] = ["OF", "FOR", "TO", "OR", "THE", "AND", "A", "ON", "IN"];

/// Capitals to the capitals of a title.
pub(super) fn title_case(capitals: &str) -> String {
    let mut words = Vec::new();
    for (index, word) in capitals.split(' ').enumerate() {
        let lower = word.to_lowercase();
        let keeps = word.chars().any(|c| c.is_ascii_digit() || c == '-');
        if keeps || (index > 0 && SMALL.contains(&word)) {
            words.push(if keeps { word.to_string() } else { lower });
        } else {
            let (head, tail) = word.split_at(word.chars().next().map_or(0, char::len_utf8));
            words.push(format!("{head}{}", after_strokes(tail)));
        }
    }
    words.join(" ")
}

/// Small letters, but a capital after each stroke.
fn after_strokes(tail: &str) -> String {
    let mut small = String::new();
    for letter in tail.chars() {
        if small.ends_with('/') {
            small.push(letter);
        } else {
            small.extend(letter.to_lowercase());
        }
    }
    small
}
