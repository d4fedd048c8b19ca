//! From a page's text to what it says: labels, candidates, verdicts, info. The same for both roads.

use crate::interpret::judge::judge;
use crate::interpret::{LabelKind, Rereader, barcode_assessments, find_candidates, labels};
use crate::model::location::PageNumber;
use crate::model::owner::Owner;
use crate::model::source::TextSource;
use crate::notice::absence::{account_cell, defaced, is_whole, legible, spoiled_number};
use crate::notice::page_info::page_info;
use crate::notice::{AccountCell, PageReading};
use crate::text::PageText;

/// Understands a page that was read. `rereader` is asked about weak readings of pixels. Boxes stay those of the text.
pub fn interpret_page(
    number: PageNumber,
    page: &PageText,
    rereader: &mut dyn Rereader,
) -> PageReading {
    let labels = labels(page);
    let info = page_info(page, &labels);
    let mut assessments = judge(
        page,
        &labels,
        find_candidates(page),
        info.is_notice(),
        rereader,
    );
    assessments.extend(barcode_assessments(page, &assessments));
    let account_cell = account_cell(page, &labels, &assessments, info.is_notice())
        .or_else(|| spoiled_number(page, &labels, &assessments).then_some(AccountCell::Unreadable));
    let legible = page.source == TextSource::TextLayer
        || (legible(page, &assessments, &labels) && !defaced(page) && is_whole(page));
    let roles: Vec<Owner> = labels
        .iter()
        .filter_map(|l| {
            if let LabelKind::Role(owner) = l.kind {
                Some(owner)
            } else {
                None
            }
        })
        .collect();
    let mut reading = PageReading {
        number,
        source: page.source,
        info,
        assessments,
        account_cell,
        roles,
        legible,
        left_out: 0,
    };
    reading.limit();
    reading
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interpret::NoRereading;
    use crate::model::record::AccountNumberState;
    use crate::notice::assemble;
    use crate::text::sample::page;

    fn state(rows: &[(f32, f32, &str)], source: TextSource) -> AccountNumberState {
        let reading = interpret_page(PageNumber::FIRST, &page(rows, source), &mut NoRereading);
        assemble(
            &[PageReading {
                legible: true,
                ..reading
            }],
            true,
        )[0]
        .account_number
    }

    #[test]
    fn a_second_page_alone_does_not_tell_what_is_missing() {
        let title = (40.0, 40.0, "Form I-797C, Notice of Action");
        let rows = [
            title,
            (40.0, 100.0, "Receipt Number: IOE0912345678"),
            (40.0, 120.0, "Page 2 of 2"),
        ];
        assert_eq!(
            state(&rows, TextSource::TextLayer),
            AccountNumberState::Unreadable
        );
    }

    #[test]
    fn a_scan_without_a_receipt_number_was_not_read_as_a_whole() {
        let title = (40.0, 40.0, "Form I-797C, Notice of Action");
        let rows = [title, (40.0, 100.0, "Notice Date: 07/19/2021")];
        assert_eq!(
            state(&rows, TextSource::TextLayer),
            AccountNumberState::Absent
        );
        assert_eq!(
            state(&rows, TextSource::Ocr),
            AccountNumberState::Unreadable
        );
        // A receipt number that no second rereader has confirmed may be another notice's.
        let rows = [title, (40.0, 100.0, "Receipt Number: IOE0912345678")];
        assert_eq!(
            state(&rows, TextSource::Ocr),
            AccountNumberState::Unreadable
        );
    }
}
