use super::*;

/// What is said of a page with this content, on which nothing is drawn.
fn said(content: &str) -> Option<&'static str> {
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 5 0 R>>>>\
         /Contents 4 0 R>>"
            .to_owned(),
        format!(
            "<</Length {}>>\nstream\n{content}\nendstream",
            content.len()
        ),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
    ];
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut table = "xref\n0 6\n0000000000 65535 f \n".to_owned();
    for (index, object) in objects.iter().enumerate() {
        table += &format!("{:010} 00000 n \n", bytes.len());
        bytes.extend_from_slice(format!("{} 0 obj\n{object}\nendobj\n", index + 1).as_bytes());
    }
    let end = format!(
        "{table}trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n{}\n%%EOF\n",
        bytes.len()
    );
    bytes.extend_from_slice(end.as_bytes());
    let (file, damage) = PdfFile::open(bytes, &Config::default()).unwrap();
    assert_eq!(damage, None);
    let page = page(&Arc::new(file), 0).unwrap();
    assert!(!page.marked && page.visible.is_none());
    page.undrawn
}

#[test]
fn a_page_that_only_looks_empty_is_not_called_blank() {
    assert_eq!(said(""), None);
    assert_eq!(said("BT /F1 12 Tf 72 700 Td ( ) Tj ET"), None);
    let text = Some("the page has text that cannot be drawn");
    assert_eq!(said("BT /F1 12 Tf 72 700 Td <484!> Tj ET"), text);
}
