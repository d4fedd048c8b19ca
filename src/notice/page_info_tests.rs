use super::*;
use crate::interpret::meaning::interpret;
use crate::text::sample;

fn marks_of(rows: &[(f32, f32, &str)], source: TextSource) -> PageInfo {
    let page = sample::page(rows, source);
    page_info(&page, &interpret(&page))
}

#[test]
fn the_form_is_read_from_header_or_footer() {
    for (y, text, form) in [
        (40.0, "Form I-797C, Notice of Action", Some("I-797C")),
        (40.0, "I-797B, Notice of Action", Some("I-797B")),
        (750.0, "Form I-797E (Rev. 12/14/16)", Some("I-797E")),
        (750.0, "I797B (Rev. 01/31/05) N", Some("I-797B")),
        (750.0, "Form I-797C 04/01/19", Some("I-797C")),
        (750.0, "Porm I-797C (Rev. 01/31/05) N", Some("I-797C")),
        (750.0, "copy I-797C (Rev. 01/31/05) N", None),
        (
            400.0,
            "Enclosed please find Form I-797C for your records",
            None,
        ),
        (40.0, "Enclosed is your Form I-797C, Notice of Action", None),
        (300.0, "Form I-797C, Notice of Action", None),
        (500.0, "Form I-797C", None),
        (
            40.0,
            "Form I-797C, Notice of Action. N-400, Application for Naturalization",
            Some("I-797C"),
        ),
    ] {
        assert_eq!(
            marks_of(&[(40.0, y, text)], TextSource::TextLayer)
                .form
                .as_deref(),
            form,
            "{text}"
        );
    }
}

#[test]
fn pages_types_and_dates() {
    let rows = [
        (40.0, 100.0, "Notice Date"),
        (40.0, 110.0, "11/08/2016"),
        (140.0, 100.0, "Page"),
        (140.0, 110.0, "1 of 2"),
        (300.0, 200.0, "Notice Type: Receipt Notice"),
    ];
    let info = marks_of(&rows, TextSource::TextLayer);
    assert_eq!(info.page_of, Some((1, 2)));
    assert_eq!(info.notice_type.as_deref(), Some("Receipt Notice"));
    assert_eq!(info.notice_date.as_deref(), Some("11/08/2016"));
}

#[test]
fn dates_of_all_spellings() {
    assert_eq!(year_month("04/30/2012"), Some((2012, 4)));
    assert_eq!(year_month("May 1, 2012"), Some((2012, 5)));
    assert_eq!(year_month("24 Jun 2022"), Some((2022, 6)));
}
