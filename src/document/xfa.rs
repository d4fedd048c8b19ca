//! Dynamic forms (XFA): a PDF whose page says only "Please wait" unless Adobe's own program draws
//! the form that lies in it.

use hayro_syntax::Pdf;
use hayro_syntax::object::Dict;

use super::sniff::find;
use crate::model::error::{DocumentError, ErrorKind};

/// What such a PDF shows in all other programs.
const SHOWN: &[u8] = b"Please wait";

/// Why a PDF cannot be read, if it is such a form, and what to do.
pub(super) fn refused(pdf: &Pdf) -> Option<DocumentError> {
    let root = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id())?;
    let form = root.get::<Dict<'_>>(&b"AcroForm"[..])?;
    if !form.contains_key(&b"XFA"[..]) {
        return None;
    }
    let is_drawn_later = root.get::<bool>(&b"NeedsRendering"[..]).unwrap_or(false);
    let is_shell = || {
        let page = pdf.pages().first();
        let content = page.and_then(|page| page.page_stream());
        content.is_some_and(|content| find(content, SHOWN).is_some())
    };
    (is_drawn_later || is_shell()).then(|| DocumentError {
        kind: ErrorKind::Unsupported,
        message: "a dynamic form (XFA): most programs show only “Please wait”".to_owned(),
        advice: "open it in Adobe Acrobat Reader, print it to PDF, and read that".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(catalog: &str, form: &str, shown: &str) -> Pdf {
        let content = format!("BT /F 12 Tf 72 700 Td ({shown}) Tj ET");
        let pdf = format!(
            "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/AcroForm<<{form}>>{catalog}>>\nendobj\n\
             2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n\
             3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>\nendobj\n\
             4 0 obj\n<</Length {}>>\nstream\n{content}\nendstream\nendobj\n\
             trailer\n<</Root 1 0 R/Size 5>>\n%%EOF\n",
            content.len()
        );
        Pdf::new(pdf.into_bytes()).unwrap()
    }

    #[test]
    fn only_forms_that_are_not_drawn_are_refused() {
        let is_refused = |catalog: &str, entries: &str, shown: &str| {
            refused(&form(catalog, entries, shown)).is_some()
        };
        let xfa = "/Fields[]/XFA[(a) 4 0 R]";
        assert!(is_refused("/NeedsRendering true", xfa, ""));
        assert!(is_refused("", xfa, "Please wait..."));
        assert!(!is_refused("", xfa, "Receipt Number"));
        assert!(!is_refused("", "/Fields[]", "Please wait..."));
    }
}
