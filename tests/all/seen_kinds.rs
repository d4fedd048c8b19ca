//! Further kinds of pages on which what is read must be what a person sees: unusual print of
//! numbers, other numbers in their place, and notices that lie unusually.

use crate::seen::{
    ACCOUNT, Extra, RECEIPT, accepted_of, content, notice, said, said_of, show, value, written,
};

/// A line of the page's text with something else in its place.
fn instead(of: &str, by: &str) -> Vec<u8> {
    let extra = Extra::default();
    let content = content(&extra);
    assert!(content.contains(of));
    written(&content.replace(of, by), &extra)
}

#[test]
fn a_date_stamp_is_no_account_number() {
    for stamp in [
        "20240611 0845",
        "2024 0611 0845",
        "06112024 0845",
        "202406110845",
    ] {
        let in_cell = said(value(stamp));
        assert_eq!(in_cell.state, "unreadable", "{stamp}");
        assert_eq!(in_cell.numbers.len(), 1, "{stamp}");
        let over_cell = said(value(ACCOUNT) + &show("F1", 9.0, 212.0, 692.0, stamp));
        assert!(over_cell.accepts(ACCOUNT), "{stamp}: {over_cell:?}");
        assert_eq!(over_cell.numbers.len(), 2, "{stamp}");
    }
    // A year of two digits and seconds leave doubt.
    let said = said(value("240611 084512"));
    assert!(said.reviews("240611084512"), "{said:?}");
}

#[test]
fn a_number_in_the_header_of_a_fax_is_a_telephone() {
    let header = "JUN-11-2024 08:45 FROM:LAW OFFICE TO:5550142 012175550199 P.02/04";
    let line = show("F1", 8.0, 40.0, 778.0, header);
    let said = said(value(ACCOUNT) + &line);
    assert!(said.accepts(ACCOUNT), "{said:?}");
    assert_eq!(said.numbers.len(), 2, "{said:?}");
}

#[test]
fn examples_in_the_text_are_no_numbers() {
    for text in [
        "\\(ex. SRC-21-123-45678\\)",
        "Your receipt number has 13 characters, for example EAC2190123456.",
        "Look for a number like 012345678901.",
        "An A-Number is such as A012 345 678.",
    ] {
        let said = said(value(ACCOUNT) + &show("F1", 10.0, 40.0, 380.0, text));
        assert_eq!(said.numbers.len(), 2, "{text}: {said:?}");
    }
}

#[test]
fn a_number_over_lines_is_one_number() {
    let lines = |parts: &[&str], size: f32, step: f32| {
        let extra = Extra::default();
        let without = content(&extra).replace("212 645 Td (Page)", "500 645 Td (Page)");
        let without = without.replace("212 632 Td (1 of 1)", "500 632 Td (1 of 1)");
        let mut page = without;
        for (line, part) in parts.iter().enumerate() {
            page += &show("F1", size, 212.0, 664.0 - step * line as f32, part);
        }
        said_of(&written(&page, &extra))
    };
    let (head, tail) = ACCOUNT.split_at(8);
    let hyphened = format!("{head}-");
    for parts in [
        &[head, tail][..],
        &[&hyphened, tail],
        &[&ACCOUNT[..9], &ACCOUNT[9..]],
        &[&ACCOUNT[..4], &ACCOUNT[4..8], &ACCOUNT[8..]],
    ] {
        let said = lines(parts, 8.0, 9.5);
        assert!(said.accepts(ACCOUNT), "{parts:?}: {said:?}");
    }
    // What cannot be put together is not blank.
    let said = lines(&[&ACCOUNT[..11], &ACCOUNT[11..]], 8.0, 9.5);
    assert!(
        !matches!(said.state.as_str(), "blank" | "absent"),
        "{said:?}"
    );
}

#[test]
fn spaced_type_reads_like_any_other() {
    let spaced = |text: &str| {
        let letters: Vec<String> = text.chars().map(String::from).collect();
        letters.join(" ")
    };
    let receipt = format!("({RECEIPT})");
    let said = said_of(&instead(&receipt, &format!("({})", spaced(RECEIPT))));
    assert!(said.accepts(RECEIPT), "{said:?}");
    let show = format!("{receipt} Tj");
    let said = said_of(&instead(&show, &format!("3 Tc {show} 0 Tc")));
    assert!(said.accepts(RECEIPT), "{said:?}");
    let said = self::said(format!("3 Tc\n{}0 Tc\n", value(ACCOUNT)));
    assert!(said.accepts(ACCOUNT), "{said:?}");
}

#[test]
fn a_thick_line_hides_what_is_under_it() {
    let typed = "012345678901";
    let line = |ink: u8| format!("{ink} G 18 w 205 666 m 330 666 l S 0 G\n");
    let said = said(value(ACCOUNT) + &line(1) + &value(typed));
    assert!(said.accepts(typed) && !said.accepts(ACCOUNT), "{said:?}");
    let pen = "9 w 1 J 212 664 m 240 668 270 660 300 666 c 320 668 330 662 345 665 c S\n";
    for cover in [line(0), line(1), pen.to_owned()] {
        let said = self::said(value(ACCOUNT) + &cover);
        assert!(!said.accepts(ACCOUNT), "{cover}: {said:?}");
        let open = matches!(said.state.as_str(), "unreadable" | "review");
        assert!(open, "{cover}: {said:?}");
    }
    assert_eq!(self::said(pen.to_owned()).state, "unreadable");
}

#[test]
fn digits_under_one_another_are_not_blank() {
    let digits = ACCOUNT.chars().enumerate();
    let stacked: String = digits
        .map(|(i, digit)| show("F1", 8.0, 280.0, 662.0 - 9.0 * i as f32, &digit.to_string()))
        .collect();
    let said = said(stacked);
    assert!(
        !matches!(said.state.as_str(), "blank" | "absent"),
        "{said:?}"
    );
}

#[test]
fn digits_squeezed_to_a_smear_are_not_blank() {
    let said = said(format!("5 Tz\n{}100 Tz\n", value(ACCOUNT)));
    assert!(!said.accepts(ACCOUNT), "{said:?}");
    assert_eq!(said.state, "unreadable", "{said:?}");
}

#[test]
fn two_notices_head_to_head_are_read_alike() {
    let receipt = "IOE0987654321";
    let account = "095701831658";
    let extra = Extra {
        content: value(ACCOUNT),
        page: "/CropBox[0 0 808 612]".to_owned(),
        ..Extra::default()
    };
    let first = content(&extra);
    let second = first.replace(RECEIPT, receipt).replace(ACCOUNT, account);
    let page =
        format!("q 0.66 0 0 0.77 0 0 cm\n{first}Q\nq -0.66 0 0 -0.77 808 612 cm\n{second}Q\n");
    let bytes = written(&page, &extra);
    let bytes = String::from_utf8_lossy(&bytes).replace("[0 0 612 792]", "[0 0 808 612]");
    let accepted = accepted_of(bytes.as_bytes());
    for number in [RECEIPT, ACCOUNT, receipt, account] {
        assert!(
            accepted.iter().any(|a| a == number),
            "{number}: {accepted:?}"
        );
    }
}

#[test]
fn a_page_made_small_reads_like_a_large_one() {
    let extra = Extra {
        content: value(ACCOUNT),
        page: "/CropBox[0 0 153 198]".to_owned(),
        ..Extra::default()
    };
    let content = format!("0.25 0 0 0.25 0 0 cm\n{}", content(&extra));
    let said = said_of(&written(&content, &extra));
    assert!(said.accepts(RECEIPT) && said.accepts(ACCOUNT), "{said:?}");
}

#[test]
fn a_title_of_a_form_in_a_narrow_cell_is_no_label() {
    let mut cell = show("F1", 10.0, 400.0, 662.0, "I765 - APPLICATION FOR");
    cell += &show("F1", 10.0, 400.0, 651.0, "EMPLOYMENT");
    cell += &show("F1", 10.0, 400.0, 640.0, "AUTHORIZATION");
    cell += &show("F1", 7.0, 400.0, 627.0, "Applicant A210849068");
    let extra = Extra {
        content: value(ACCOUNT) + &cell,
        ..Extra::default()
    };
    let bytes = notice(&extra);
    let text = String::from_utf8_lossy(&bytes).replace("400 662 Td (I-765)", "400 662 Td (     )");
    let said = said_of(text.as_bytes());
    assert!(said.accepts("A210849068"), "{said:?}");
}

#[test]
fn a_white_sticker_with_a_mask_hides_what_is_under_it() {
    let picture = |mask: &str, samples: &str| {
        format!(
            "<</Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray\
             /BitsPerComponent 8/Filter/ASCIIHexDecode{mask}/Length 9>>\nstream\n{samples}>\n\
             endstream"
        )
    };
    let sticker = |opacity: &str| {
        let form = "/I Do";
        let extra = Extra {
            content: value(ACCOUNT),
            page: "/Annots[11 0 R]".to_owned(),
            objects: vec![
                "<</Type/Annot/Subtype/Stamp/Rect[205 655 335 673]/F 4/AP<</N 12 0 R>>>>"
                    .to_owned(),
                format!(
                    "<</Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</I 13 0 R>>>>\
                     /Length {}>>\nstream\n{form}\nendstream",
                    form.len()
                ),
                picture("/SMask 14 0 R", "ffffffff"),
                picture("", opacity),
            ],
            ..Extra::default()
        };
        said_of(&notice(&extra))
    };
    let hidden = sticker("ffffffff");
    assert_eq!(hidden.state, "unreadable", "{hidden:?}");
    assert!(!hidden.accepts(ACCOUNT), "{hidden:?}");
    let clear = sticker("00000000");
    assert!(clear.accepts(ACCOUNT), "{clear:?}");
}
