//! What is read is what a person sees: text that nobody sees, text that says other than it shows,
//! and
//! values that are seen and are no text. Each page is written here, a kind at a time.

use i797::{Config, read_bytes};
use serde_json::Value;

pub(crate) const RECEIPT: &str = "IOE0912345678";
pub(crate) const ACCOUNT: &str = "034217003351";
/// What `ACCOUNT` reads as through the map of the font F2, which swaps 3 and 8, 1 and 7.
const LIE: &str = "084271008857";

/// What goes into a page beside its ordinary text.
#[derive(Default)]
pub(crate) struct Extra {
    /// Operators drawn after the page's text.
    pub(crate) content: String,
    /// Further keys of the page.
    pub(crate) page: String,
    /// Further keys of the catalog.
    pub(crate) catalog: String,
    /// Further objects, from number 11 on.
    pub(crate) objects: Vec<String>,
}

/// Content that shows a text at a place.
pub(crate) fn show(font: &str, size: f32, x: f32, y: f32, text: &str) -> String {
    format!("BT /{font} {size} Tf {x} {y} Td ({text}) Tj ET\n")
}

pub(crate) fn value(text: &str) -> String {
    show("F1", 10.0, 212.0, 662.0, text)
}

/// A notice with a receipt number and an empty cell for the account number.
pub(crate) fn notice(extra: &Extra) -> Vec<u8> {
    written(&content(extra), extra)
}

/// What is drawn on such a notice.
pub(crate) fn content(extra: &Extra) -> String {
    let mut content = show("F1", 11.0, 330.0, 740.0, "Form I-797C, Notice of Action");
    content += &show("F1", 7.0, 40.0, 675.0, "Receipt Number");
    content += &show("F1", 7.0, 212.0, 675.0, "USCIS Online Account Number");
    content += &show("F1", 7.0, 400.0, 675.0, "Case Type");
    content += &show("F1", 10.0, 40.0, 662.0, RECEIPT);
    content += &show("F1", 10.0, 400.0, 662.0, "I-765");
    content += &show("F1", 7.0, 40.0, 645.0, "Notice Date");
    content += &show("F1", 7.0, 212.0, 645.0, "Page");
    content += &show("F1", 10.0, 40.0, 632.0, "03/11/2021");
    content += &show("F1", 10.0, 212.0, 632.0, "1 of 1");
    for line in 0..10 {
        let y = 560.0 - 14.0 * line as f32;
        let text = "This notice confirms that USCIS received your application and the filing fee.";
        content += &show("F1", 10.0, 40.0, y, text);
    }
    content + &extra.content
}

/// A PDF of one page with this content.
pub(crate) fn written(content: &str, extra: &Extra) -> Vec<u8> {
    let map = "/CIDInit /ProcSet findresource begin begincmap\n\
        1 begincodespacerange <00> <ff> endcodespacerange\n\
        10 beginbfchar <30> <0030> <31> <0037> <32> <0032> <33> <0038> <34> <0034> \
        <35> <0035> <36> <0036> <37> <0031> <38> <0033> <39> <0039> endbfchar\nendcmap end";
    let other = "/CIDInit /ProcSet findresource begin begincmap\n\
        1 begincodespacerange <00> <ff> endcodespacerange\n\
        1 beginbfrange <30> <39> <0660> endbfrange\n\
        1 beginbfchar <7e> <200b> endbfchar\nendcmap end";
    let mut objects = vec![
        format!("<</Type/Catalog/Pages 2 0 R{}>>", extra.catalog),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<<\
             /Font<</F1 5 0 R/F2 6 0 R/F3 9 0 R>>/ExtGState<</Clear 8 0 R>>>>{}>>",
            extra.page
        ),
        format!(
            "<</Length {}>>\nstream\n{content}\nendstream",
            content.len()
        ),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding\
         /ToUnicode 7 0 R>>"
            .to_owned(),
        format!("<</Length {}>>\nstream\n{map}\nendstream", map.len()),
        "<</Type/ExtGState/ca 0/CA 0>>".to_owned(),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding\
         /ToUnicode 10 0 R>>"
            .to_owned(),
        format!("<</Length {}>>\nstream\n{other}\nendstream", other.len()),
    ];
    objects.extend(extra.objects.iter().cloned());
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (index, object) in objects.iter().enumerate() {
        table += &format!("{:010} 00000 n \n", bytes.len());
        bytes.extend_from_slice(format!("{} 0 obj\n{object}\nendobj\n", index + 1).as_bytes());
    }
    let end = format!(
        "{table}trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{}\n%%EOF\n",
        objects.len() + 1,
        bytes.len()
    );
    bytes.extend_from_slice(end.as_bytes());
    bytes
}

/// What is reported of a notice: the state of its account number, and the numbers with their
/// verdicts.
#[derive(Debug, PartialEq)]
pub(crate) struct Said {
    pub(crate) state: String,
    pub(crate) numbers: Vec<(String, String)>,
    pub(crate) findings: Vec<String>,
}

impl Said {
    pub(crate) fn accepts(&self, number: &str) -> bool {
        self.numbers
            .contains(&(number.to_owned(), "accepted".to_owned()))
    }

    pub(crate) fn reviews(&self, number: &str) -> bool {
        self.numbers
            .contains(&(number.to_owned(), "review".to_owned()))
    }
}

pub(crate) fn said_of(bytes: &[u8]) -> Said {
    let record = read_bytes("page.pdf", bytes, &Config::default());
    let json = serde_json::to_value(&record).expect("records are written as JSON");
    let notice = &json["notices"][0];
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let list = |key: &str| notice[key].as_array().cloned().unwrap_or_default();
    Said {
        state: word(&notice["account_number"]),
        numbers: list("identifiers")
            .iter()
            .map(|i| (word(&i["value"]), word(&i["verdict"])))
            .collect(),
        findings: list("findings").iter().map(|f| word(&f["kind"])).collect(),
    }
}

/// The numbers that are accepted on all notices of a file.
pub(crate) fn accepted_of(bytes: &[u8]) -> Vec<String> {
    let record = read_bytes("page.pdf", bytes, &Config::default());
    let json = serde_json::to_value(&record).expect("records are written as JSON");
    let notices = json["notices"].as_array().into_iter().flatten();
    notices
        .flat_map(|notice| notice["identifiers"].as_array().into_iter().flatten())
        .filter(|i| i["verdict"] == "accepted")
        .map(|i| i["value"].as_str().unwrap_or_default().to_owned())
        .collect()
}

pub(crate) fn said(content: String) -> Said {
    let said = said_of(&notice(&Extra {
        content,
        ..Extra::default()
    }));
    assert!(said.accepts(RECEIPT), "{said:?}");
    said
}

#[test]
fn plain_text_is_accepted() {
    assert_eq!(said(String::new()).state, "blank");
    let plain = said(value(ACCOUNT));
    assert!(
        plain.accepts(ACCOUNT) && plain.state == "found",
        "{plain:?}"
    );
}

#[test]
fn what_leaves_no_ink_is_not_there() {
    let number = value(ACCOUNT);
    for (kind, content) in [
        ("white", format!("1 g\n{number}0 g\n")),
        ("tiny", show("F1", 0.4, 212.0, 662.0, ACCOUNT)),
        ("clipped", format!("q 0 0 20 20 re W n\n{number}Q\n")),
        ("invisible", format!("3 Tr\n{number}0 Tr\n")),
    ] {
        let said = said(content);
        assert_eq!(
            (said.state.as_str(), said.numbers.len()),
            ("blank", 1),
            "{kind}"
        );
    }
}

#[test]
fn what_is_hidden_is_neither_accepted_nor_blank() {
    let number = value(ACCOUNT);
    for (kind, content) in [
        ("black box", format!("{number}0 g 205 655 120 16 re f\n")),
        (
            "white-out",
            format!("{number}1 g 205 655 120 16 re f 0 g\n"),
        ),
        ("clear ink", format!("q /Clear gs\n{number}Q\n")),
        ("box alone", "0 g 205 655 120 16 re f\n".to_owned()),
    ] {
        let said = said(content);
        assert_eq!(
            (said.state.as_str(), said.numbers.len()),
            ("unreadable", 1),
            "{kind}"
        );
    }
}

#[test]
fn what_is_typed_over_a_white_out_counts() {
    let typed = "012345678901";
    let content = format!(
        "{}1 g 205 655 120 16 re f 0 g\n{}",
        value(ACCOUNT),
        value(typed)
    );
    let said = said(content);
    assert!(said.accepts(typed) && !said.accepts(ACCOUNT), "{said:?}");
}

#[test]
fn white_print_on_a_black_ground_is_seen() {
    let said = said(format!(
        "0 g 205 655 120 16 re f 1 g\n{}0 g\n",
        value(ACCOUNT)
    ));
    assert!(said.accepts(ACCOUNT) || said.reviews(ACCOUNT), "{said:?}");
}

/// The outlines of F1 and F2 are the same. Neither a page that was read before nor one that comes
/// after lets the map of F2 say what is not drawn.
#[test]
fn a_map_that_swaps_digits_is_not_believed() {
    let lying = || said(show("F2", 10.0, 212.0, 662.0, ACCOUNT));
    let check = |said: &Said| {
        assert!(!said.accepts(LIE), "{said:?}");
        assert!(
            said.accepts(ACCOUNT) || said.state == "unreadable",
            "{said:?}"
        );
    };
    check(&lying());
    for number in [ACCOUNT, "598612340789", "012345678901"] {
        assert!(said(value(number)).accepts(number));
    }
    check(&lying());
    assert!(said(value(ACCOUNT)).accepts(ACCOUNT));
}

#[test]
fn a_field_without_an_appearance_goes_to_review() {
    let field = |flags: u8| Extra {
        page: "/Annots[11 0 R]".to_owned(),
        objects: vec![format!(
            "<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/F {flags}/Rect[210 658 330 672]/V({ACCOUNT})>>"
        )],
        ..Extra::default()
    };
    let shown = said_of(&notice(&field(4)));
    assert!(
        shown.reviews(ACCOUNT) && shown.state == "review",
        "{shown:?}"
    );
    let hidden = said_of(&notice(&field(2)));
    assert!(
        !hidden.reviews(ACCOUNT) && !hidden.accepts(ACCOUNT),
        "{hidden:?}"
    );
}

#[test]
fn text_that_runs_another_way_reads_like_upright_text() {
    for angle in [90, 180, 270] {
        let said = said_of(&notice(&Extra {
            content: value(ACCOUNT),
            page: format!("/Rotate {angle}"),
            ..Extra::default()
        }));
        assert!(
            said.accepts(ACCOUNT) && said.accepts(RECEIPT),
            "{angle}: {said:?}"
        );
    }
}

#[test]
fn text_outside_the_crop_box_is_not_there() {
    let said = said_of(&notice(&Extra {
        content: show(
            "F1",
            10.0,
            212.0,
            780.0,
            &format!("USCIS Account Number {ACCOUNT}"),
        ),
        page: "/CropBox[0 0 612 770]".to_owned(),
        ..Extra::default()
    }));
    assert!(!said.accepts(ACCOUNT) && said.accepts(RECEIPT), "{said:?}");
}

#[test]
fn text_drawn_twice_is_read_once() {
    for (dx, dy) in [(0.3, 0.0), (1.3, -1.3)] {
        let again = show("F1", 10.0, 212.0 + dx, 662.0 + dy, ACCOUNT);
        let said = said(value(ACCOUNT) + &again);
        let seen = said.accepts(ACCOUNT) || said.reviews(ACCOUNT);
        assert!(seen && said.numbers.len() == 2, "{dx} {dy}: {said:?}");
    }
}

#[test]
fn digits_that_lie_on_each_other_are_not_accepted_as_others() {
    let again = show("F1", 10.0, 214.9, 662.2, ACCOUNT);
    let said = said(value(ACCOUNT) + &again);
    let accepted = said
        .numbers
        .iter()
        .filter(|(_, verdict)| verdict == "accepted");
    let right = |number: &str| number == RECEIPT || number == ACCOUNT;
    assert!(
        accepted.into_iter().all(|(number, _)| right(number)),
        "{said:?}"
    );
    assert!(said.state != "blank" && said.state != "absent", "{said:?}");
}

#[test]
fn boxes_of_one_digit_each_are_one_number() {
    let mut content = String::new();
    for (index, digit) in ACCOUNT.chars().enumerate() {
        let x = 212.0 + 13.0 * index as f32;
        content += &show("F1", 9.0, x + 4.0, 660.5, &digit.to_string());
        content += &format!("0.5 w {x} 658 13 12 re S\n");
    }
    let said = said(content);
    assert!(said.accepts(ACCOUNT) || said.reviews(ACCOUNT), "{said:?}");
}

#[test]
fn the_pixels_say_which_digits_other_scripts_are() {
    // The map of F3 calls all digits Arabic-Indic; the page shows European ones.
    let said = said(show("F3", 10.0, 212.0, 662.0, ACCOUNT));
    assert!(said.accepts(ACCOUNT), "{said:?}");
}

#[test]
fn the_same_number_beside_itself_is_that_number() {
    let said = said(value(ACCOUNT) + &show("F1", 10.0, 213.8, 662.0, ACCOUNT));
    assert!(said.accepts(ACCOUNT), "{said:?}");
    // The second drawing shows other digits than its font says.
    let said = self::said(value(ACCOUNT) + &show("F2", 10.0, 213.8, 662.0, LIE));
    assert!(!said.accepts(LIE), "{said:?}");
    assert!(said.state != "blank" && said.state != "absent", "{said:?}");
}

#[test]
fn the_walls_of_boxes_are_no_digits() {
    let mut content = String::new();
    for (index, digit) in ACCOUNT.chars().enumerate() {
        let x = 212.0 + 13.0 * index as f32;
        content += &show("F1", 9.0, x + 4.0, 660.5, &digit.to_string());
        content += &format!("0.5 w {x} 658 m {x} 670 l S\n");
    }
    let said = said(content);
    assert!(said.accepts(ACCOUNT), "{said:?}");
}

#[test]
fn a_page_in_larger_units_reads_like_any_other() {
    let extra = Extra {
        content: value(ACCOUNT),
        page: "/UserUnit 4 /CropBox[0 0 153 198]".to_owned(),
        ..Extra::default()
    };
    let content = format!("0.25 0 0 0.25 0 0 cm\n{}", content(&extra));
    let said = said_of(&written(&content, &extra));
    assert!(said.accepts(RECEIPT) && said.accepts(ACCOUNT), "{said:?}");
}

#[test]
fn what_stands_in_for_a_number_is_not_blank() {
    for text in [
        "XXXX-XXXX-4821",
        "********4821",
        "[REDACTED]",
        "see attached",
        "pending",
        "Applied for",
        "TBD",
        "(not shown)",
        "?",
        "03421700335",
        "000000000000",
    ] {
        assert_eq!(said(value(text)).state, "unreadable", "{text}");
    }
    assert_eq!(said(value("-")).state, "blank");
}

#[test]
fn a_notice_without_its_receipt_number_says_so() {
    let content = show("F1", 11.0, 330.0, 740.0, "Form I-797C, Notice of Action")
        + &show("F1", 10.0, 40.0, 700.0, "Notice Type: Receipt Notice");
    let said = said_of(&written(&content, &Extra::default()));
    assert!(
        said.findings
            .contains(&"receipt-number-not-read".to_owned()),
        "{said:?}"
    );
}
