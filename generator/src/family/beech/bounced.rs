//! A lockbox rejection: check list of reasons, no receipt number, bilingual captions at times.
use super::grid::{Grid, cell, wide};
use super::kit::Leaf;
use super::prose;
use super::words::{self, Own};
use crate::case::Case;
use crate::family::Drawing;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Family;

/// Reasons for which a lockbox sends a package back.
const REASONS: [&str; 8] = [
    "The form was not signed, or the signature is a copy or a stamp.",
    "The fee is missing or is not the one on the fee schedule of the day of filing.",
    "The check was not signed, or its date is more than 365 days old.",
    "The edition of the form is no longer accepted.",
    "Pages are missing, or come from different editions.",
    "The card was declined by its bank. We do not try a card a second time.",
    "The USCIS online account number on Form G-28 does not belong to the person who signed it.",
    "The form must be filed at another address. See the page of the form on uscis.gov.",
];

/// Draws the rejection.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::Times,
        Family::LiberationSerif,
        Family::LiberationSans,
    ]);
    let spanish = rng.chance(0.3);
    let mut leaf = Leaf::new(family);
    let mut truth = NoticeTruth {
        form: "I-797C".into(),
        ..Default::default()
    };
    truth.fields.case_type = Some(case.form_code.into());
    head(&mut leaf, rng, &mut truth);
    let y = facts(&mut leaf, rng, case, &mut truth, spanish);
    let lines = words::addressee(case, false);
    leaf.mail_bars(rng, (66.0, y + 26.0));
    let y = leaf.lines(10.0, (66.0, y + 44.0), 12.0, &lines) + 20.0;
    let y = reasons(&mut leaf, rng, case, y);
    let mention = rng.pick(&[prose::MENTIONS[0], prose::MENTIONS[1], prose::MENTIONS[4]]);
    let y = leaf.prose(9.5, (36.0, y + 6.0), 540.0, &[
        "Your form, its evidence and your payment are enclosed. The date of this notice is not a \
         filing date. Put right what is marked above and send everything together; place this \
         sheet on top.", mention]);
    coupon(&mut leaf, rng, y);
    Drawing {
        sheets: vec![leaf.sheet],
        truth,
    }
}

/// Agency and title.
fn head(leaf: &mut Leaf, rng: &mut Rng, truth: &mut NoticeTruth) {
    let kind = rng.pick(&["Rejection Notice", "Notice of Rejection", "Rejection"]);
    truth.fields.notice_type = Some(kind.into());
    leaf.sheet.bold(
        10.0,
        36.0,
        44.0,
        "U.S. Citizenship and Immigration Services",
    );
    let [name, street, town] = words::office(rng);
    leaf.sheet
        .plain(8.0, 36.0, 55.0, &format!("{name} · {street} · {town}"));
    leaf.right(true, 10.0, (576.0, 44.0), "Form I-797C, Notice of Action");
    leaf.mid(true, 17.0, (306.0, 82.0), &kind.to_uppercase());
}

/// The grid of facts about the package.
fn facts(leaf: &mut Leaf, rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, two: bool) -> f32 {
    let both = |english: &str, spanish: &str| {
        if two {
            format!("{english} / {spanish}")
        } else {
            english.to_string()
        }
    };
    let way = rng.below(3);
    let noticed = words::dated(way, &case.noticed);
    truth.fields.notice_date = Some(noticed.clone());
    let name = case.filer.listed();
    words::note_filer(truth, case, &name);
    let mut cells = vec![
        cell(&both("Notice Date", "Fecha del aviso"), &noticed),
        wide(2, &both("Form", "Formulario"), &words::kind(case)),
        wide(2, &both(words::role(case), "Nombre"), &name),
        cell(&both("Lockbox Control No.", "Control"), &rng.digits(12)),
        cell(&both("Courier Parcel No.", "Paquete"), &rng.digits(12)),
    ];
    let own = words::own(rng, case, truth, (0.36, 0.26));
    if own != Own::Absent {
        let label = rng.pick(&[
            "Your USCIS Online Account No. (from your form)",
            "USCIS Online Account Number (if any)",
            "Filer's Online Account ID as written on the form",
            "Online account number that you gave us",
        ]);
        let label = both(label, "Número de cuenta en línea de USCIS");
        cells.push(wide(2, &label, &words::own_value(rng, case, own)));
    }
    let check = format!("No. {} / {}", rng.digits(4), words::money(rng));
    cells.push(cell(&both("Check", "Cheque"), &check));
    let grid = Grid {
        left: 36.0,
        right: 576.0,
        row: rng.uniform(26.0, 30.0),
        columns: 3,
        caption: 6.4,
        value: 10.0,
        below: false,
        ruled: true,
        bar: rng.chance(0.6).then_some(0.9),
        bold: rng.chance(0.4),
    };
    grid.draw(leaf, 96.0, &cells)
}

/// The reasons, one or two of them ticked.
fn reasons(leaf: &mut Leaf, rng: &mut Rng, case: &Case, y: f32) -> f32 {
    let lead = format!(
        "We cannot accept your {} for the reason(s) marked:",
        case.form_code
    );
    leaf.sheet.bold(10.0, 36.0, y, &lead);
    let first = rng.below(REASONS.len());
    let mut y = y + 18.0;
    for (index, text) in REASONS.iter().enumerate() {
        let ticked = index == first || (index == first + 2 && rng.chance(0.4));
        y = leaf.tick(9.5, (44.0, y), 520.0, ticked, text);
    }
    y
}

/// The coupon that travels back with the package.
fn coupon(leaf: &mut Leaf, rng: &mut Rng, y: f32) {
    let top = (y + 10.0).max(640.0);
    leaf.perforation(top, "PLACE THIS PART ON TOP OF YOUR PACKAGE");
    let scan = format!("{} {} {}", rng.digits(9), rng.digits(12), rng.digits(4));
    leaf.sheet.write(
        crate::typeface::Face::regular(Family::LiberationMono),
        10.0,
        36.0,
        top + 30.0,
        &scan,
    );
    leaf.qr(rng, (520.0, top + 12.0), 56.0);
    leaf.sheet
        .plain(8.0, 36.0, top + 48.0, &prose::telephone(rng));
    leaf.sheet.plain(
        8.0,
        36.0,
        top + 62.0,
        "Form I-797C · Resubmission sheet · page 1 of 1",
    );
}
