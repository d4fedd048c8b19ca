//! Minimal PDFs made by hand, each with one thing that a copy must get right.

use std::sync::Arc;

use super::pages;
use crate::document::pdf::PdfFile;
use crate::model::config::Config;
use crate::model::error::DocumentError;

/// A PDF of these objects, the first of which is its catalog; `{stream: …}` becomes a stream.
fn pdf(objects: &[&str]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (index, object) in objects.iter().enumerate() {
        table += &format!("{:010} 00000 n \n", bytes.len());
        let object = match object.split_once("{stream:") {
            Some((dict, content)) => {
                let content = content.trim_end_matches('}').trim();
                let dict = dict.trim_end_matches(">>");
                let length = content.len();
                format!("{dict}/Length {length}>>\nstream\n{content}\nendstream")
            }
            None => (*object).to_owned(),
        };
        bytes.extend_from_slice(format!("{} 0 obj\n{object}\nendobj\n", index + 1).as_bytes());
    }
    let size = objects.len() + 1;
    let start = bytes.len();
    let end = format!("{table}trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
    bytes.extend_from_slice(end.as_bytes());
    bytes
}

/// The copy of some pages, as bytes of Latin-1, and how many pages it has.
fn copied(objects: &[&str], indices: &[usize]) -> Result<(String, usize), DocumentError> {
    let config = Config::default();
    let (file, _) = PdfFile::open(pdf(objects), &config)?;
    let copy = pages(&Arc::new(file), indices, &config)?;
    let text = copy.iter().map(|byte| char::from(*byte)).collect();
    let (file, damage) = PdfFile::open(copy, &config)?;
    assert_eq!(damage, None);
    Ok((text, file.page_count()))
}

/// Two pages that share one dictionary of resources, inherited from the tree.
const SHARED: [&str; 9] = [
    "<</Type/Catalog/Pages 2 0 R/Outlines 9 0 R/Names<</Secret(OUTLINE)>>>>",
    "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2/MediaBox[0 0 300 200]/Rotate 90/Resources 5 0 R>>",
    "<</Type/Page/Parent 2 0 R/Contents 6 0 R/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]\
     /Dest[4 0 R/Fit]/A<</S/URI/URI(https://example.org)>>>>]>>",
    "<</Type/Page/Parent 2 0 R/Contents 7 0 R/PieceInfo<</Secret(PIECE)>>>>",
    "<</XObject<</A 8 0 R/B 9 0 R>>>>",
    "<<>>{stream: q 100 0 0 100 10 10 cm /A Do Q}",
    "<<>>{stream: q 100 0 0 100 10 10 cm /B Do Q}",
    "<</Subtype/Form/BBox[0 0 1 1]>>{stream: 0 0 1 0.5 re f % FIRST}",
    "<</Subtype/Form/BBox[0 0 1 1]>>{stream: 0 0 0.5 1 re f % SECOND}",
];

#[test]
fn resources_of_other_pages_are_left_out() {
    let (first, pages) = copied(&SHARED, &[0]).unwrap();
    assert_eq!(pages, 1);
    assert!(first.contains("FIRST") && !first.contains("SECOND"));
    let (second, _) = copied(&SHARED, &[1]).unwrap();
    assert!(second.contains("SECOND") && !second.contains("FIRST"));
    for secret in ["OUTLINE", "PIECE", "Outlines"] {
        assert!(
            !first.contains(secret) && !second.contains(secret),
            "{secret}"
        );
    }
}

#[test]
fn what_is_inherited_is_written_out_and_links_go_outside_only() {
    let (first, _) = copied(&SHARED, &[0]).unwrap();
    assert!(first.contains("/MediaBox [0 0 300 200]") && first.contains("/Rotate 90"));
    assert!(first.contains("example.org") && !first.contains("/Dest"));
}

#[test]
fn pages_keep_the_order_that_is_asked_for() {
    let (both, pages) = copied(&SHARED, &[1, 0]).unwrap();
    assert_eq!(pages, 2);
    let at = |text| both.find(text).unwrap();
    assert!(at("FIRST") > 0 && at("SECOND") > 0);
}

/// A form whose drawing has no resources of its own uses those of the page.
#[test]
fn resources_that_a_form_shares_with_its_page_are_kept() {
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R\
         /Resources<</XObject<</Outer 5 0 R/Inner 6 0 R/Unused 7 0 R>>>>>>",
        "<<>>{stream: q 100 0 0 100 10 10 cm /Outer Do Q}",
        "<</Subtype/Form/BBox[0 0 1 1]>>{stream: /Inner Do}",
        "<</Subtype/Form/BBox[0 0 1 1]>>{stream: 0 0 1 1 re f % INNER}",
        "<</Subtype/Form/BBox[0 0 1 1]>>{stream: 0 0 1 1 re f % UNUSED}",
    ];
    let (copy, _) = copied(&objects, &[0]).unwrap();
    assert!(copy.contains("INNER") && !copy.contains("UNUSED"));
}

/// A field with widgets on two pages: each shows the value, and neither leads to the other page.
#[test]
fn form_fields_come_apart() {
    let objects = [
        "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[7 0 R 9 0 R]/DA(/Helv 0 Tf)>>>>",
        "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2/MediaBox[0 0 300 200]>>",
        "<</Type/Page/Parent 2 0 R/Annots[5 0 R]>>",
        "<</Type/Page/Parent 2 0 R/Annots[6 0 R 8 0 R]>>",
        "<</Type/Annot/Subtype/Widget/Rect[9 9 90 30]/Parent 7 0 R/P 3 0 R>>",
        "<</Type/Annot/Subtype/Widget/Rect[9 9 90 30]/Parent 7 0 R/P 4 0 R>>",
        "<</FT/Tx/T(shared)/V(VALUE)/Kids[5 0 R 6 0 R]>>",
        "<</Type/Annot/Subtype/Widget/FT/Tx/T(own)/V(PRIVATE)/Rect[9 50 90 70]/P 4 0 R>>",
        "<</FT/Tx/T(detached)/V(NOWHERE)>>",
    ];
    let (first, _) = copied(&objects, &[0]).unwrap();
    assert!(first.contains("VALUE") && first.contains("/AcroForm"));
    assert!(!first.contains("PRIVATE") && !first.contains("NOWHERE"));
    let (second, _) = copied(&objects, &[1]).unwrap();
    assert!(second.contains("VALUE") && second.contains("PRIVATE"));
}

/// A layer that is off must not become visible.
#[test]
fn layers_that_are_off_stay_off() {
    let objects = [
        "<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[5 0 R 6 0 R]\
         /D<</OFF[5 0 R]>>>>>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R\
         /Resources<</Properties<</L 5 0 R>>>>>>",
        "<<>>{stream: /OC /L BDC 10 10 100 100 re f EMC}",
        "<</Type/OCG/Name(DRAFT)>>",
        "<</Type/OCG/Name(ELSEWHERE)>>",
    ];
    let (copy, _) = copied(&objects, &[0]).unwrap();
    assert!(copy.contains("/OFF [") && copy.contains("DRAFT") && !copy.contains("ELSEWHERE"));
}

#[test]
fn content_that_cannot_be_decoded_is_refused() {
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R>>",
        "<</Filter/JBIG2Decode>>{stream: nonsense}",
    ];
    assert!(copied(&objects, &[0]).is_err());
}

#[test]
fn objects_that_lead_to_themselves_end() {
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R\
         /Resources<</ExtGState<</G 5 0 R>>>>>>",
        "<<>>{stream: /G gs 10 10 100 100 re f}",
        "<</Self 5 0 R/Page 3 0 R/Tree 2 0 R/Nothing 99 0 R>>",
    ];
    let (copy, pages) = copied(&objects, &[0]).unwrap();
    assert_eq!(pages, 1);
    assert!(copy.contains("/Nothing null") && copy.contains("/Tree null"));
}
