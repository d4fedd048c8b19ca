//! Notes, layers, patterns and the edge of the page: what one viewer shows and another does not, or
//! nobody can show, is neither accepted nor missing.

use crate::seen::{ACCOUNT, Extra, RECEIPT, Said, content, notice, said_of, show, value, written};

/// A drawing that shows a text, as notes and patterns have them.
fn drawing(keys: &str, text: &str) -> String {
    let drawn = show("F1", 10.0, 2.0, 4.0, text);
    format!(
        "<</Resources<</Font<</F1 5 0 R>>>>/BBox[0 0 200 20]{keys}/Length {}>>\nstream\n{drawn}\
         \nendstream",
        drawn.len()
    )
}

/// A note beside the label of the account number.
fn note(keys: &str) -> String {
    format!("<</Type/Annot/Subtype/Stamp/Rect[210 658 410 678]/F 4{keys}>>")
}

fn with_notes(notes: &str, objects: Vec<String>) -> Said {
    said_of(&notice(&Extra {
        page: format!("/Annots[{notes}]"),
        objects,
        ..Extra::default()
    }))
}

/// The account number is not said to be missing.
fn is_kept_open(said: &Said, what: &str) {
    assert_eq!(said.state, "unreadable", "{what}: {said:?}");
    assert!(said.accepts(RECEIPT), "{what}: {said:?}");
}

fn is_not_accepted(said: &Said, what: &str) {
    assert!(!said.accepts(ACCOUNT), "{what}: {said:?}");
    let certain = ["found", "blank", "absent"];
    assert!(!certain.contains(&said.state.as_str()), "{what}: {said:?}");
}

#[test]
fn notes_that_cannot_be_drawn_may_hide_a_number() {
    let form = drawing("/Type/XObject/Subtype/Form", ACCOUNT);
    let drawn = with_notes("12 0 R", vec![form.clone(), note("/AP<</N 11 0 R>>")]);
    assert!(drawn.accepts(ACCOUNT), "{drawn:?}");
    let lost = with_notes("12 0 R", vec![form.clone(), note("/AP<</N 99 0 R>>")]);
    is_kept_open(&lost, "its drawing is missing");
    let unknown = drawing("/Type/XObject/Subtype/Form/Filter/FooDecode", ACCOUNT);
    let unknown = with_notes("12 0 R", vec![unknown, note("/AP<</N 11 0 R>>")]);
    is_not_accepted(&unknown, "its drawing is coded in an unknown way");
    let behind = with_notes("99 0 R 12 0 R", vec![form, note("/AP<</N 11 0 R>>")]);
    is_kept_open(&behind, "behind one that is missing");
}

#[test]
fn what_a_layer_may_hide_is_not_accepted() {
    let off = "/OCProperties<</OCGs[13 0 R]/D<</OFF[13 0 R]>>>>";
    let layer = "<</Type/OCG/Name(a)>>".to_owned();
    let form = drawing("/Type/XObject/Subtype/Form", ACCOUNT);
    let of_layer = said_of(&notice(&Extra {
        page: "/Annots[12 0 R]".to_owned(),
        catalog: off.to_owned(),
        objects: vec![form, note("/AP<</N 11 0 R>>/OC 13 0 R"), layer.clone()],
        ..Extra::default()
    }));
    is_not_accepted(&of_layer, "a note of a layer that is off");

    let expression = "<</Type/OCMD/OCGs[13 0 R]/VE[/Not 13 0 R]>>".to_owned();
    let extra = Extra {
        content: format!("/OC /MC BDC {} EMC", value(ACCOUNT)),
        catalog: off.replace("/OFF", "/ON"),
        objects: vec![expression, "null".to_owned(), layer.clone()],
        ..Extra::default()
    };
    let bytes = String::from_utf8(written(&content(&extra), &extra)).expect("it is text");
    let states = "/ExtGState<</Clear 8 0 R>>";
    let bytes = bytes.replace(states, "/Properties<</MC 11 0 R>> ");
    is_not_accepted(&said_of(bytes.as_bytes()), "an expression of layers");

    let usage = "<</Type/OCG/Name(a)/Usage<</View<</ViewState/OFF>>>>>>".to_owned();
    let events = "/AS[<</Event/View/OCGs[13 0 R]/Category[/View]>>]";
    let automatic = said_of(&notice(&Extra {
        content: value(ACCOUNT),
        catalog: format!("/OCProperties<</OCGs[13 0 R]/D<<{events}>>>>"),
        objects: vec!["null".to_owned(), "null".to_owned(), usage],
        ..Extra::default()
    }));
    is_not_accepted(&automatic, "a layer that goes off by itself");
}

#[test]
fn patterns_that_cannot_be_drawn_may_hide_a_number() {
    let fill = |objects: Vec<String>| {
        let extra = Extra {
            content: "q /Pattern cs /P scn 210 658 200 20 re f Q".to_owned(),
            objects,
            ..Extra::default()
        };
        let bytes = String::from_utf8(written(&content(&extra), &extra)).expect("it is text");
        let states = "/ExtGState<</Clear 8 0 R>>";
        said_of(
            bytes
                .replace(states, "/Pattern<</P  11 0 R>>    ")
                .as_bytes(),
        )
    };
    let keys = "/PatternType 1/PaintType 1/TilingType 1/XStep 200/YStep 20";
    is_kept_open(&fill(Vec::new()), "a pattern that is missing");
    let unknown = drawing(&format!("{keys}/Filter/FooDecode"), ACCOUNT);
    is_not_accepted(&fill(vec![unknown]), "a pattern coded in an unknown way");
}

#[test]
fn numbers_beyond_the_edge_are_not_missing() {
    let said = |width: u32| {
        said_of(&notice(&Extra {
            content: show("F1", 10.0, 520.0, 662.0, ACCOUNT),
            page: format!("/CropBox[0 0 {width} 792]"),
            ..Extra::default()
        }))
    };
    is_kept_open(&said(510), "beyond the edge");
}
