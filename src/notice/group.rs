//! Which pages of a document belong to one notice.

use std::collections::{HashMap, HashSet};

use super::page_reading::PageReading;

/// The pages of one notice, ascending, with what later pages are compared with.
pub(super) struct Group<'a> {
    /// The pages; never empty.
    pub pages: Vec<&'a PageReading>,
    /// Whether a receipt number was surely read on one of them.
    is_sure: bool,
}

/// Groups by the receipt numbers on their pages, each group once for a number, oldest first.
type ByReceipt<'a> = HashMap<&'a str, Vec<usize>>;

/// Joins pages, ascending, each to the latest group that it continues.
pub(super) fn group<'a>(pages: impl Iterator<Item = &'a PageReading>) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    let mut by_receipt = ByReceipt::new();
    let mut last = None;
    for page in pages {
        let index = last
            .filter(|_| page.goes_on)
            .or_else(|| continued(&groups, &by_receipt, page))
            .unwrap_or(groups.len());
        last = Some(index);
        if index == groups.len() {
            groups.push(Group {
                pages: Vec::new(),
                is_sure: false,
            });
        }
        let group = &mut groups[index];
        group.pages.push(page);
        group.is_sure |= page.sure_of_receipt();
        for receipt in page.receipts() {
            let seen = by_receipt.entry(receipt).or_default();
            // Pages come in order, but may go on with an older group.
            if let Err(place) = seen.binary_search(&index) {
                seen.insert(place, index);
            }
        }
    }
    groups
}

/// The latest group that a page continues.
fn continued(
    groups: &[Group<'_>],
    by_receipt: &ByReceipt<'_>,
    page: &PageReading,
) -> Option<usize> {
    let begins = matches!(page.info.page_of, Some((1, _)));
    if begins || !page.info.is_notice() {
        return None;
    }
    let receipts = page.receipts();
    let sharing: HashSet<usize> = receipts
        .iter()
        .filter_map(|receipt| by_receipt.get(receipt))
        .flatten()
        .copied()
        .collect();
    let page = Page {
        reading: page,
        has_receipts: !receipts.is_empty(),
        is_sure: page.sure_of_receipt(),
    };
    let latest_first = groups.iter().enumerate().rev();
    let mut fitting = latest_first.filter(|(index, group)| {
        let shared = sharing.contains(index);
        page.continues(group, shared)
    });
    fitting.next().map(|(index, _)| index)
}

/// A page in search of its group.
struct Page<'a> {
    reading: &'a PageReading,
    has_receipts: bool,
    is_sure: bool,
}

impl Page<'_> {
    /// Whether this page goes on with a group; `shared` says that they have a receipt number in
    /// common.
    fn continues(&self, group: &Group<'_>, shared: bool) -> bool {
        let (Some(first), Some(last)) = (group.pages.first(), group.pages.last()) else {
            return false;
        };
        let ours = &self.reading.info;
        let theirs = &first.info;
        if !theirs.is_notice() {
            return false;
        }
        // A receipt number that was not surely read tells no two notices apart.
        let strangers = !shared && self.is_sure && group.is_sure;
        let same_form = match (&ours.form, &theirs.form) {
            (Some(a), Some(b)) => a == b,
            _ => true,
        };
        match (ours.page_of, last.info.page_of) {
            // A page between the two may tell nothing.
            (Some((k, n)), Some((l, m))) => {
                let follows = l.checked_add(1) == Some(k) || (k > l && shared);
                n == m && follows && !strangers
            }
            (Some((k, n)), None) => {
                !strangers && same_form && k as usize == group.pages.len() + 1 && n >= k
            }
            (None, Some((l, m))) => {
                let follows = l < m && (shared || !self.has_receipts);
                (follows || is_back(self.reading)) && same_form
            }
            // Without page counts: the same case and form, and no date of its own that would begin
            // another notice.
            (None, None) => {
                let same_date = ours.notice_date == theirs.notice_date;
                shared && same_form && (ours.notice_date.is_none() || same_date)
            }
        }
    }
}

/// Whether a page is the printed back of one before it: the form at its foot and nothing that
/// belongs to one case.
pub(super) fn is_back(page: &PageReading) -> bool {
    let info = &page.info;
    let names_nothing = info.notice_type.is_none() && info.notice_date.is_none();
    page.legible
        && !info.has_header
        && names_nothing
        && info.grid_labels == 0
        && page.assessments().next().is_none()
        && page.account_cell.is_none()
}
