//! Pictures on a page that cannot be drawn, or only in part: nobody knows what they show, so
//! nothing on their page is missing or blank.

use i797::model::record::Outcome;
use i797::{Config, read_bytes};

use crate::seen::{Extra, RECEIPT, Said, content, notice, said_of, written};

/// Pixels of a picture, a byte each.
const WIDTH: usize = 120;
const HEIGHT: usize = 28;

/// A picture with further keys.
fn picture(keys: &str, data: &str) -> String {
    format!(
        "<</Type/XObject/Subtype/Image/Width {WIDTH}/Height {HEIGHT}/BitsPerComponent 8\
         /ColorSpace/DeviceGray{keys}/Length {}>>\nstream\n{data}\nendstream",
        data.len()
    )
}

/// One that is white all over.
fn whole() -> String {
    picture("/Decode[1 1]", &"~".repeat(WIDTH * HEIGHT))
}

/// Pictures of which something is lost, by what is wrong with them.
fn spoiled() -> Vec<(&'static str, String)> {
    let junk = "junk".repeat(50);
    vec![
        ("short", picture("", &"~".repeat(WIDTH * HEIGHT / 2))),
        ("an unknown filter", picture("/Filter/FooDecode", &junk)),
        ("unknown filters", picture("/Filter[/FooDecode]", &junk)),
        ("deflate", picture("/Filter/FlateDecode", &junk)),
        ("JPEG", picture("/Filter/DCTDecode", &junk)),
        ("JPEG 2000", picture("/Filter/JPXDecode", &junk)),
        ("JBIG2", picture("/Filter/JBIG2Decode", &junk)),
        (
            "fax",
            picture(
                "/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 120>>",
                "ju",
            ),
        ),
        ("in a file of its own", picture("/F(other.bin)", "")),
        ("without width", whole().replace("/Width 120", "/Width 0")),
        ("of no kind", whole().replace("/Subtype/Image", "")),
        ("no object", "null".to_owned()),
        (
            "its mask",
            picture("/SMask 12 0 R", &"~".repeat(WIDTH * HEIGHT)),
        ),
    ]
}

/// A PDF with this content and pictures named Im and Im2.
fn with_picture(content: &str, picture: &str) -> Vec<u8> {
    let extra = Extra {
        objects: vec![
            picture.to_owned(),
            self::picture("/Filter/FlateDecode", "junk"),
        ],
        ..Extra::default()
    };
    let bytes = String::from_utf8(written(content, &extra)).expect("it is text");
    let states = "/ExtGState<</Clear 8 0 R>>";
    let bytes = bytes.replace(states, "/XObject  <</Im 11 0 R>>  ");
    bytes.into_bytes()
}

/// What is said of a notice with an empty cell and a picture elsewhere on the page.
fn beside(picture: &str) -> Said {
    let drawn = "q 60 0 0 14 40 300 cm /Im Do Q".to_owned();
    let content = content(&Extra {
        content: drawn,
        ..Extra::default()
    });
    said_of(&with_picture(&content, picture))
}

#[test]
fn where_a_picture_is_lost_nothing_is_missing() {
    let said = beside(&whole());
    assert!(said.state == "blank" && said.accepts(RECEIPT), "{said:?}");
    for (what, picture) in spoiled() {
        let said = beside(&picture);
        assert!(
            said.state == "unreadable" && said.accepts(RECEIPT),
            "{what}: {said:?}"
        );
    }
}

#[test]
fn a_picture_that_is_named_and_not_there_is_lost() {
    let content = "/Nothing Do".to_owned();
    let said = said_of(&notice(&Extra {
        content,
        ..Extra::default()
    }));
    assert!(
        said.state == "unreadable" && said.accepts(RECEIPT),
        "{said:?}"
    );
}

#[test]
fn pictures_within_the_content_are_looked_at() {
    let data = "~".repeat(WIDTH * HEIGHT);
    let drawn = |keys: &str, data: &str| {
        let content = format!(
            "q 60 0 0 14 40 300 cm BI /W {WIDTH}/H {HEIGHT}/BPC 8/CS/G{keys} ID {data}\nEI Q"
        );
        said_of(&notice(&Extra {
            content,
            ..Extra::default()
        }))
    };
    assert_eq!(drawn("/D[1 1]", &data).state, "blank");
    for keys in ["/F/Foo", "/F/Fl", "/F/DCT"] {
        let said = drawn(keys, "junkjunk");
        assert_eq!(said.state, "unreadable", "{keys}: {said:?}");
    }
}

#[test]
fn a_scan_that_cannot_be_drawn_is_not_blank() {
    let scan = "q 612 0 0 792 0 0 cm /Im Do Q";
    for (what, picture) in spoiled() {
        let record = read_bytes(
            "scan.pdf",
            &with_picture(scan, &picture),
            &Config::default(),
        );
        assert_ne!(record.outcome, Outcome::Read, "{what}: {record:?}");
    }
}

#[test]
fn content_that_ends_before_its_length_is_not_missing() {
    // The parser takes the first word that looks like the end of the data.
    let content = content(&Extra::default());
    let at = content.find("BT").unwrap_or_default() + 400;
    let at = at + content[at..].find("ET").unwrap_or_default() + 3;
    let (first, rest) = content.split_at(at);
    let length = format!("<</Length {}>>", content.len());
    let cut = format!("{first}endstream\n{rest}");
    let bytes = String::from_utf8(written(&cut, &Extra::default())).expect("it is text");
    let bytes = bytes.replacen(&format!("<</Length {}>>", cut.len()), &length, 1);
    let said = said_of(bytes.as_bytes());
    let certain = ["found", "blank", "absent"];
    assert!(!certain.contains(&said.state.as_str()), "{said:?}");
}
