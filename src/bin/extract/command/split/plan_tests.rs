use super::*;

/// A document whose pages are notices by letter, blank (`_`), other (`.`) or failed (`!`).
fn document(pages: &str) -> DocumentRecord {
    let states = pages.chars().enumerate().map(|(at, c)| {
        let state = match c {
            '_' => "blank",
            '!' => "failed",
            _ => "read",
        };
        serde_json::json!({"page": at + 1, "state": state, "source": null, "words": 0,
            "error": null})
    });
    let letters: BTreeSet<char> = pages.chars().filter(char::is_ascii_alphabetic).collect();
    let notices = letters.into_iter().map(|letter| {
        let of = pages.chars().enumerate().filter(|(_, c)| *c == letter);
        let of: Vec<usize> = of.map(|(at, _)| at + 1).collect();
        let state = if letter.is_uppercase() {
            "absent"
        } else {
            "unreadable"
        };
        serde_json::json!({"pages": of, "form": null, "notice_type": null,
            "notice_date": null, "account_number": state, "identifiers": [], "findings": []})
    });
    let value = serde_json::json!({"schema_version": 1, "path": "a.pdf", "outcome": "read",
        "error": null, "page_count": pages.len(), "pages": states.collect::<Vec<_>>(),
        "notices": notices.collect::<Vec<_>>(), "findings": []});
    serde_json::from_value(value).unwrap()
}

/// The pieces as text: pages, and the first letter of the folder.
fn planned(pages: &str, blank: Loose, other: Loose) -> Vec<String> {
    let pieces = pieces(&document(pages), blank, other);
    let said = |piece: &Piece| {
        let pages: Vec<String> = piece.pages.iter().map(u32::to_string).collect();
        format!("{}{:.1}", pages.join(""), piece.folder.name())
    };
    pieces.iter().map(said).collect()
}

#[test]
fn every_page_goes_where_it_should() {
    use Loose::{Apart, Drop, Keep};
    for (pages, blank, other, expected) in [
        ("AB", Keep, Apart, "1 2"),
        ("AAB", Keep, Apart, "12 3"),
        ("A_B_", Keep, Apart, "12 34"),
        ("A_B_", Apart, Apart, "1 2o 3 4o"),
        ("A_B_", Drop, Apart, "1 3"),
        ("_AB", Keep, Apart, "1o 2 3"),
        (".A..B", Keep, Apart, "1o 2 34o 5"),
        (".A..B", Keep, Keep, "1o 234 5"),
        (".A..B", Keep, Drop, "2 5"),
        ("A!B", Keep, Drop, "1 2r 3"),
        ("aB", Keep, Apart, "1r 2"),
        ("A.A", Keep, Keep, "123"),
        ("A.A", Keep, Apart, "123"),
        ("A.A", Keep, Drop, "13"),
        ("A!A", Keep, Apart, "13 2r"),
    ] {
        let said = planned(pages, blank, other).join(" ");
        assert_eq!(said, expected, "{pages} {blank:?} {other:?}");
    }
}
