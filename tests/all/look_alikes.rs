//! The table of look-alike characters is one: what Python reads is what the program has.

use std::path::Path;

use i797::identifier::confusables;

#[test]
fn the_table_of_the_model_card_is_that_of_the_program() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("training/confusables.json");
    let written = std::fs::read_to_string(&path).expect("the table lies beside compare.py");
    let right = confusables::as_json();
    assert!(
        written == right,
        "write this to {}:\n{right}",
        path.display()
    );
}
