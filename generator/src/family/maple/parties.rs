//! The table of parties in a notice of intent to revoke.
use super::common::*;
use super::labels;
use crate::case::Case;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// One row: party, name, A-Number or FEIN, account.
type Row = [String; 4];

/// Draws the table and notes what it prints; gives its bottom.
pub(super) fn table(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    family: Family,
    names: (&str, &str, &str),
    truth: &mut NoticeTruth,
) -> f32 {
    let fate = fate(rng, case, 48, 13);
    let width = if fate == Fate::Absent { 3 } else { 4 };
    let rows = rows(rng, case, names, fate, truth);
    let account = rng.pick(&[
        "USCIS Online Account No.",
        "Online Account Number",
        "Online Acct. #",
    ]);
    let heads = ["Party", "Name", "A-Number / FEIN", account];
    let left = if width == 4 {
        [60.0, 164.0, 322.0, 426.0]
    } else {
        [60.0, 200.0, 400.0, 552.0]
    };
    let pitch = rng.uniform(17.0, 20.0);
    let mut y = 164.0;
    sheet.fill([60.0, y, 552.0, y + pitch], 0.9);
    let first: Row = heads.map(str::to_string);
    for (number, row) in std::iter::once(&first).chain(&rows).enumerate() {
        let face = if number == 0 {
            Face::bold(family)
        } else {
            Face::regular(family)
        };
        for column in 0..width {
            let right = if column + 1 < width {
                left[column + 1]
            } else {
                552.0
            };
            sheet.frame([left[column], y, right, y + pitch], 0.5);
            let at = (left[column] + 4.0, y + pitch - 6.0);
            labels::put(
                sheet,
                face,
                8.5,
                at,
                right - left[column] - 8.0,
                &row[column],
            );
        }
        y += pitch;
    }
    y
}

/// The rows in some order; the prior petitioner's account is nobody's in this case.
fn rows(
    rng: &mut Rng,
    case: &Case,
    names: (&str, &str, &str),
    fate: Fate,
    truth: &mut NoticeTruth,
) -> Vec<Row> {
    let own = account_text(rng, case, truth, fate);
    let alien = alien_text(rng, truth, &case.beneficiary);
    let mut fein = || format!("{}-{}", rng.digits(2), rng.digits(7));
    let mine = fein();
    let theirs = fein();
    let other = if rng.chance(0.75) {
        spaced(rng, names.2)
    } else {
        String::new()
    };
    let mut atty = String::new();
    if fate != Fate::Absent && rng.chance(0.5) {
        atty = twelve(rng);
        truth.prints_representative_account(&atty);
    }
    let petitioner = rng.pick(&["Petitioner", "Petitioner (you)", "Petitioner / addressee"]);
    let mut rows = vec![
        [petitioner.to_string(), names.0.to_string(), mine, own],
        [
            "Beneficiary".to_string(),
            case.beneficiary.listed(),
            alien,
            String::new(),
        ],
        [
            "Prior petitioner".to_string(),
            names.1.to_string(),
            theirs,
            other,
        ],
        [
            "Attorney of record".to_string(),
            case.attorney.0.clone(),
            String::new(),
            atty,
        ],
    ];
    if rng.chance(0.4) {
        rows.swap(0, 2);
    }
    rows
}
