//! Content that breaks the rules of PDF: viewers draw it in different ways, so nothing on its page
//! is certain, and nothing is missing.

use std::io::Write;

use crate::seen::{ACCOUNT, Extra, RECEIPT, Said, content, notice, said_of, show, value, written};

fn with(content: &str) -> Said {
    let content = content.to_owned();
    said_of(&notice(&Extra {
        content,
        ..Extra::default()
    }))
}

/// Nothing is accepted, and the account number is not said to be missing.
fn is_doubted(said: &Said, what: &str) {
    let is_accepted = |(_, verdict): &(String, String)| verdict == "accepted";
    assert!(!said.numbers.iter().any(is_accepted), "{what}: {said:?}");
    let certain = ["found", "blank", "absent"];
    assert!(!certain.contains(&said.state.as_str()), "{what}: {said:?}");
}

#[test]
fn what_viewers_draw_in_different_ways_is_not_accepted() {
    for drawn in [
        "BT /F1 10 Tf 212 662 Td ET (034217003351) Tj",
        "BT /F1 10 Tf 212 662 Td (034217003) Tj ET (351) Tj",
        "BT /F1 10 Tf 212 662 Td (034217003351) (999217003351) Tj ET",
        "BT /F1 10 Tf 212 662 99 Td (034217003351) Tj ET",
        "BT /F1 10 Tf 1 0 0 1 212 662 99 Tm (034217003351) Tj ET",
        "BT /F1 10 Tf 99 1 0 0 1 212 662 Tm (034217003351) Tj ET",
        "BT /F1 10 Tf 212 662 Td [(034217003351)/Name] TJ ET",
        "BT /F1 10 Tf 212 662 Td 3 (034217003351) Tj ET",
        "BT /F1 10 20 Tf 212 662 Td (034217003351) Tj ET",
        "BT /F1 10 Tf 212 662 Td (034217003351) Tj (4) (5) ' ET",
    ] {
        is_doubted(&with(drawn), drawn);
    }
}

#[test]
fn what_stands_behind_a_syntax_error_is_not_missing() {
    let operands = "1 ".repeat(40);
    for broken in ["<484!> Tj", "1 re", "[(a) Tj", "BI /W 1 ID q", &operands] {
        let after = format!("{broken} n\n{}", value(ACCOUNT));
        is_doubted(&with(&after), broken);
    }
}

#[test]
fn forms_are_looked_into() {
    let form = "BT /F1 10 Tf 0 0 Td ET (034217003351) Tj";
    let form = format!(
        "<</Type/XObject/Subtype/Form/BBox[0 -9 200 20]/Matrix[1 0 0 1 212 662]\
         /Resources<</Font<</F1 5 0 R>>>>/Length {}>>\nstream\n{form}\nendstream",
        form.len()
    );
    let extra = Extra {
        content: "/Fm Do".to_owned(),
        objects: vec![form.clone()],
        ..Extra::default()
    };
    let page = content(&extra);
    let bytes = written(&page, &extra);
    let bytes = String::from_utf8(bytes).expect("it is text");
    let bytes = bytes.replace("/ExtGState<</Clear 8 0 R>>", "/XObject <</Fm 11 0 R>>  ");
    is_doubted(&said_of(bytes.as_bytes()), "a form");
}

/// A notice whose content is deflated, after `change` was made to the data.
fn deflated(change: impl Fn(&mut Vec<u8>)) -> Said {
    let content = content(&Extra {
        content: value(ACCOUNT),
        ..Extra::default()
    });
    let mut zlib = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    zlib.write_all(content.as_bytes()).expect("it is written");
    let mut data = zlib.finish().expect("it is written");
    change(&mut data);
    let place = "@".repeat(data.len());
    let extra = Extra {
        page: "/Contents 11 0 R".to_owned(),
        objects: vec![format!(
            "<</Filter/FlateDecode/Length {}>>\nstream\n{place}\nendstream",
            data.len()
        )],
        ..Extra::default()
    };
    let mut bytes = written("", &extra);
    let mut windows = bytes.windows(data.len());
    let at = windows.position(|window| window == place.as_bytes());
    let at = at.expect("the place is there");
    bytes[at..at + data.len()].copy_from_slice(&data);
    said_of(&bytes)
}

#[test]
fn content_that_is_damaged_is_not_missing() {
    let whole = deflated(|_| {});
    assert!(
        whole.accepts(ACCOUNT) && whole.accepts(RECEIPT),
        "{whole:?}"
    );
    let without_checksum = deflated(|data| data.truncate(data.len() - 4));
    assert!(without_checksum.accepts(ACCOUNT), "{without_checksum:?}");
    for cut in [5, 20, 40] {
        is_doubted(&deflated(|data| data.truncate(data.len() - cut)), "cut off");
    }
    for before in [2, 6, 30] {
        let change = |data: &mut Vec<u8>| {
            let at = data.len() - before;
            data[at] ^= 0x55;
        };
        is_doubted(&deflated(change), "changed");
    }
}

#[test]
fn a_part_of_the_content_that_is_missing_is_not_blank() {
    let page = "/Contents[4 0 R 99 0 R 4 0 R]".to_owned();
    is_doubted(
        &said_of(&notice(&Extra {
            page,
            ..Extra::default()
        })),
        "a part",
    );
}

/// What is said of a notice with a text field that shows the account number and has this value.
fn with_field(value: &str) -> Said {
    let drawn = format!("BT /F1 10 Tf 2 4 Td ({ACCOUNT}) Tj ET");
    let appearance = format!(
        "<</Type/XObject/Subtype/Form/BBox[0 0 100 15]/Resources<</Font<</F1 5 0 R>>>>\
         /Length {}>>\nstream\n{drawn}\nendstream",
        drawn.len()
    );
    let field = format!(
        "<</Type/Annot/Subtype/Widget/FT/Tx/T(acct)/V({value})/Rect[210 658 310 673]/F 4\
         /AP<</N 11 0 R>>>>"
    );
    said_of(&notice(&Extra {
        page: "/Annots[12 0 R]".to_owned(),
        objects: vec![appearance, field],
        ..Extra::default()
    }))
}

#[test]
fn a_field_that_shows_another_number_than_its_value_is_not_accepted() {
    for value in [ACCOUNT, "0342 1700 3351"] {
        let said = with_field(value);
        assert!(said.accepts(ACCOUNT), "{value}: {said:?}");
    }
    for value in ["999217003351", "034217003315", "3351", "none"] {
        let said = with_field(value);
        assert!(
            !said.accepts(ACCOUNT) && said.accepts(RECEIPT),
            "{value}: {said:?}"
        );
        assert!(
            said.state != "blank" && said.state != "absent",
            "{value}: {said:?}"
        );
    }
}

#[test]
fn unusual_content_that_keeps_to_the_rules_is_accepted() {
    for drawn in [
        "BT /F1 10 Tf q 212 662 Td (034217003351) Tj Q ET",
        "/F1 10 Tf 0 Tc BT 212 662 Td [(0342) 0 (17003351)] TJ ET",
        "BT /F1 10 Tf 14 TL 212 676 Td (034217003351) ' ET Q Q",
        "BT /F1 10 Tf 212 662 Td (034217003351) Tj ET 0 0",
        "BT /F1 10 Tf 1 0 0 1 0 0 cm 212 662 Td (034217003351) Tj ET unknown",
    ] {
        let said = with(drawn);
        assert!(
            said.accepts(ACCOUNT) && said.accepts(RECEIPT),
            "{drawn}: {said:?}"
        );
    }
}

#[test]
fn digits_drawn_in_another_order_than_they_stand_in_are_not_accepted() {
    let mut drawn: Vec<String> = [-11.0, -12.5, -16.0, -20.0]
        .map(|spacing| {
            let x = 212.0 - 11.0 * (5.56 + spacing);
            format!("BT {spacing} Tc /F1 10 Tf {x} 662 Td ({ACCOUNT}) Tj ET 0 Tc")
        })
        .to_vec();
    let pieces: String = ACCOUNT.chars().map(|c| format!("({c}) 1300 ")).collect();
    drawn.push(format!("BT /F1 10 Tf 300 662 Td [{pieces}] TJ ET"));
    let one = |(index, digit): (usize, char)| {
        show(
            "F1",
            10.0,
            300.0 - 6.5 * index as f32,
            662.0,
            &digit.to_string(),
        )
    };
    drawn.push(ACCOUNT.chars().enumerate().map(one).collect());
    for drawn in drawn {
        let said = with(&drawn);
        let is_account = |(number, verdict): &(String, String)| {
            number.len() == ACCOUNT.len() && verdict == "accepted"
        };
        assert!(!said.numbers.iter().any(is_account), "{drawn}: {said:?}");
        assert!(said.state != "blank" && said.state != "absent", "{said:?}");
    }
}

#[test]
fn strings_may_be_drawn_in_any_order() {
    let last_first = show("F1", 10.0, 212.0 + 6.0 * 5.56, 662.0, &ACCOUNT[6..])
        + &show("F1", 10.0, 212.0, 662.0, &ACCOUNT[..6]);
    let said = with(&last_first);
    assert!(said.accepts(ACCOUNT), "{said:?}");
    let groups = show("F1", 10.0, 262.0, 662.0, &ACCOUNT[8..])
        + &show("F1", 10.0, 237.0, 662.0, &ACCOUNT[4..8])
        + &show("F1", 10.0, 212.0, 662.0, &ACCOUNT[..4]);
    let said = with(&groups);
    assert!(said.accepts(ACCOUNT), "{said:?}");
}

#[test]
fn what_a_clip_may_hide_is_not_known_without_a_look() {
    let number = value(ACCOUNT);
    let corners = "0 0 m 20 0 l 0 20 l h 600 780 m 612 780 l 612 792 l h";
    let hole = "0 0 612 792 re 200 650 100 30 re";
    for clip in [format!("{corners} W n"), format!("{hole} W* n")] {
        let said = with(&format!("q {clip}\n{number}Q\n"));
        assert!(!said.accepts(ACCOUNT), "{clip}: {said:?}");
    }
    let stripes: String = (0..12)
        .map(|index| format!("{} 655 2 20 re ", 212.0 + 5.56 * index as f32))
        .collect();
    for clip in [format!("{stripes} W n"), "212 667 100 10 re W n".to_owned()] {
        let said = with(&format!("q {clip}\n{number}Q\n"));
        assert!(!said.accepts(ACCOUNT), "{clip}: {said:?}");
        assert!(
            said.state != "blank" && said.state != "absent",
            "{clip}: {said:?}"
        );
    }
    let box_of_lines = "200 650 m 300 650 l 300 680 l 200 680 l h W n";
    let said = with(&format!("q {box_of_lines}\n{number}Q\n"));
    assert!(said.accepts(ACCOUNT), "{said:?}");
}

#[test]
fn strings_between_one_another_are_not_accepted() {
    let every_second =
        |first: usize| -> String { ACCOUNT.chars().skip(first).step_by(2).collect() };
    let spaced = |x: f32, text: &str| format!("BT 5.56 Tc /F1 10 Tf {x} 662 Td ({text}) Tj ET\n");
    let said = with(&(spaced(212.0, &every_second(0)) + &spaced(217.56, &every_second(1))));
    assert!(!said.accepts(ACCOUNT), "{said:?}");
    assert!(said.state != "blank" && said.state != "absent", "{said:?}");
}

#[test]
fn a_small_digit_within_a_number_is_one_of_its_digits() {
    let drawn = "BT /F1 10 Tf 212 662 Td (034217) Tj /F1 5 Tf (9) Tj /F1 10 Tf (003351) Tj ET";
    let said = with(drawn);
    assert!(!said.accepts(ACCOUNT), "{said:?}");
    assert!(said.state != "blank" && said.state != "absent", "{said:?}");
    let mark = "BT /F1 10 Tf 212 662 Td (034217003351) Tj /F1 5 Tf (1) Tj ET";
    let said = with(mark);
    assert!(!said.accepts("342170033511"), "{said:?}");
}
