//! A biometrics notice in capitals: label and value side by side in ruled cells.
use super::kit::{self, Column};
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Application support centers.
const CENTERS: &[[&str; 3]] = &[
    [
        "USCIS DES MOINES",
        "1300 METRO EAST DRIVE SUITE 118",
        "PLEASANT HILL IA 50327-0013",
    ],
    [
        "USCIS ALEXANDRIA",
        "8850 RICHMOND HIGHWAY SUITE 100",
        "ALEXANDRIA VA 22309-1586",
    ],
    [
        "USCIS SAN MARCOS",
        "727 WEST SAN MARCOS BLVD",
        "SAN MARCOS CA 92078-1198",
    ],
    ["USCIS YORK", "3400 CONCORD ROAD", "YORK PA 17402-9580"],
    [
        "USCIS NEW ORLEANS",
        "1250 POYDRAS ST SUITE 120",
        "NEW ORLEANS LA 70113-1804",
    ],
];

/// A pair of cells.
type Pair = (&'static str, String);

/// The kind of notice.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Reuse,
    Appointment,
}

/// The notice.
pub(super) fn notice(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::Helvetica,
        Family::LiberationSansNarrow,
        Family::FreeSans,
    ]);
    let mut s = Sheet::letter(family);
    let mut truth = NoticeTruth {
        form: "I-797C".into(),
        ..Default::default()
    };
    let kind = rng.pick(&[Kind::Reuse, Kind::Appointment]);
    head(&mut s, rng, family, kind, &mut truth);
    let pairs = pairs(rng, case, &mut truth);
    let edges = rng.pick(&[
        [36.0, 128.0, 300.0, 398.0, 576.0],
        [36.0, 140.0, 306.0, 420.0, 576.0],
    ]);
    let y = ledger(&mut s, rng, family, &edges, &pairs);
    let y = address(&mut s, rng, case, family, y);
    let y = match kind {
        Kind::Reuse => reuse(&mut s, rng, family, y),
        Kind::Appointment => appointment(&mut s, rng, case, family, y, &mut truth),
    };
    body(&mut s, rng, family, kind, y);
    foot(&mut s, rng, case, family);
    Drawing {
        sheets: vec![s],
        truth,
    }
}

/// The head and the title.
fn head(s: &mut Sheet, rng: &mut Rng, family: Family, kind: Kind, truth: &mut NoticeTruth) {
    s.bold(8.0, 36.0, 34.0, "DEPARTMENT OF HOMELAND SECURITY");
    s.plain(8.0, 36.0, 44.0, "U.S. CITIZENSHIP AND IMMIGRATION SERVICES");
    s.flush_right(
        Face::bold(family),
        11.0,
        576.0,
        38.0,
        "Form I-797C, Notice of Action",
    );
    let banner = "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.";
    s.flush_right(Face::bold(family), 7.0, 576.0, 48.0, banner);
    let title = match kind {
        Kind::Reuse => rng.pick(&["BIOMETRICS REUSE NOTICE", "NOTICE OF REUSE OF BIOMETRICS"]),
        Kind::Appointment => rng.pick(&["ASC APPOINTMENT NOTICE", "BIOMETRICS APPOINTMENT NOTICE"]),
    };
    kit::note(&mut truth.fields.notice_type, title);
    s.bold(13.0, 36.0, 68.0, title);
}

/// All labels and values.
fn pairs(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Vec<Pair> {
    let receipt = kit::receipt(rng, &case.receipt, truth);
    let noticed = case.noticed.numeric();
    kit::note(&mut truth.fields.notice_date, &noticed);
    kit::note(&mut truth.fields.case_type, case.form_code);
    let alien = kit::a_number(rng, &case.filer, truth);
    let own = kit::own(rng, case, truth);
    let label = rng.pick(&["APPLICATION NUMBER", "RECEIPT NUMBER"]);
    let mut pairs = vec![
        (label, receipt),
        ("NOTICE DATE", noticed),
        ("CASE TYPE", format!("{} - {}", case.form_code, case.title)),
        (rng.pick(&["USCIS A#", "USCIS ALIEN NUMBER"]), alien),
        ("CODE", rng.pick(&["1", "2", "3", "107", "245"]).to_string()),
    ];
    if own.labelled() {
        let label = rng.pick(&[
            "ACCOUNT NUMBER",
            "USCIS ACCOUNT NUMBER",
            "USCIS ONLINE ACCT NO.",
            "ONLINE ACCOUNT NUMBER",
        ]);
        let spot = rng.below(3) + 2;
        pairs.insert(spot, (label, own.text().to_string()));
    }
    if rng.chance(0.6) {
        let number = format!("XXX-XX-{}", rng.digits(4));
        pairs.push((rng.pick(&["SOCIAL SECURITY NO.", "SSN"]), number));
    } else {
        pairs.push((
            "SERVICE CENTER",
            rng.pick(&["NSC", "TSC", "NBC", "VSC"]).to_string(),
        ));
    }
    pairs.push(("PAGE", "1 of 1".to_string()));
    if pairs.len() % 2 == 1 {
        pairs.push((
            "ENCOUNTER NO.",
            format!("{}-{}", rng.digits(3), rng.digits(6)),
        ));
    }
    pairs
}

/// The cells, two pairs a row.
fn ledger(s: &mut Sheet, rng: &mut Rng, family: Family, edges: &[f32; 5], pairs: &[Pair]) -> f32 {
    let height = rng.uniform(18.0, 24.0);
    let mut y = 80.0;
    for row in pairs.chunks(2) {
        for (step, (label, value)) in row.iter().enumerate() {
            let left = edges[2 * step];
            let middle = edges[2 * step + 1];
            let right = edges[2 * step + 2];
            s.fill([left, y, middle, y + height], 0.9);
            s.frame([left, y, middle, y + height], 0.5);
            s.frame([middle, y, right, y + height], 0.5);
            let width = middle - left - 6.0;
            kit::fitted(
                s,
                Face::regular(family),
                7.2,
                [left + 3.0, y + 12.6],
                width,
                label,
            );
            let width = right - middle - 8.0;
            let lines = two_lines(family, value, width);
            if let [one] = lines.as_slice() {
                kit::fitted(
                    s,
                    Face::bold(family),
                    9.0,
                    [middle + 4.0, y + 13.0],
                    width,
                    one,
                );
            } else {
                for (step, line) in lines.iter().enumerate() {
                    let y = y + 8.4 + 8.0 * step as f32;
                    kit::fitted(s, Face::bold(family), 7.0, [middle + 4.0, y], width, line);
                }
            }
        }
        y += height;
    }
    y
}

/// A long value in two lines, broken at the space nearest the middle.
fn two_lines(family: Family, value: &str, width: f32) -> Vec<String> {
    if Face::bold(family).width(value, 9.0) <= width {
        return vec![value.to_string()];
    }
    let middle = value.len() as i64 / 2;
    let spaces = value
        .char_indices()
        .filter(|(_, mark)| *mark == ' ')
        .map(|(at, _)| at);
    match spaces.min_by_key(|at| (*at as i64 - middle).abs()) {
        Some(at) => vec![value[..at].to_string(), value[at + 1..].to_string()],
        None => vec![value.to_string()],
    }
}

/// The address below mailing bars, a stamp box to the right.
fn address(s: &mut Sheet, rng: &mut Rng, case: &Case, family: Family, y: f32) -> f32 {
    let mut x = 58.0;
    for _ in 0..52 {
        let height = rng.pick(&[3.0, 6.0, 9.0]);
        s.upright(x, y + 24.0 - height, y + 24.0, 0.7);
        x += 3.6;
    }
    let mut text = Column {
        family,
        size: 10.0,
        left: 58.0,
        measure: 260.0,
        y: y + 40.0,
    };
    let name = case.filer.name();
    text.lines(s, &[&name, &case.address[0], &case.address[1]]);
    s.frame([360.0, y + 14.0, 576.0, y + 82.0], 0.8);
    let face = Face::bold(family);
    s.centred(face, 7.0, 468.0, y + 24.0, "BIOMETRICS PROCESSING STAMP");
    for (step, line) in ["ASC SITE CODE", "BIOMETRICS QA REVIEW BY", "DATE"]
        .iter()
        .enumerate()
    {
        let y = y + 40.0 + 16.0 * step as f32;
        s.plain(6.8, 366.0, y, line);
        s.rule(462.0, 568.0, y + 1.0, 0.4);
    }
    y + 108.0
}

/// Why no appointment is needed.
fn reuse(s: &mut Sheet, rng: &mut Rng, family: Family, y: f32) -> f32 {
    let mut text = Column {
        family,
        size: 10.2,
        left: 36.0,
        measure: 540.0,
        y,
    };
    text.say(
        s,
        "USCIS is able to use again the fingerprints and the photograph that it took from \
        you before. We will run the security checks with them, and you do not need to appear at \
        an application support center for this case.",
    );
    text.say(
        s,
        rng.pick(&[
            "The biometrics fee is not refunded: it also pays for the checks.",
            "If the checks show that new prints are needed, you will get an appointment notice.",
        ]),
    );
    text.y
}

/// Where and when to appear.
fn appointment(
    s: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    family: Family,
    y: f32,
    truth: &mut NoticeTruth,
) -> f32 {
    let center = rng.pick(CENTERS);
    let date = case.noticed.later(0, rng.between(14, 30)).numeric();
    let time = rng.pick(&["8:00 AM", "9:00 AM", "11:00 AM", "1:00 PM", "2:00 PM"]);
    kit::note(&mut truth.fields.appointment_date, &date);
    kit::note(&mut truth.fields.appointment_time, time);
    s.frame([36.0, y, 576.0, y + 64.0], 1.0);
    s.upright(316.0, y, y + 64.0, 0.6);
    s.plain(7.0, 42.0, y + 10.0, "APPLICATION SUPPORT CENTER");
    let mut text = Column {
        family,
        size: 10.0,
        left: 48.0,
        measure: 260.0,
        y: y + 25.0,
    };
    text.lines(s, &center);
    s.plain(7.0, 322.0, y + 10.0, "DATE AND TIME OF APPOINTMENT");
    s.bold(13.0, 334.0, y + 30.0, &date);
    s.bold(13.0, 334.0, y + 48.0, time);
    y + 84.0
}

/// The rest of the text.
fn body(s: &mut Sheet, rng: &mut Rng, family: Family, kind: Kind, y: f32) {
    let mut text = Column {
        family,
        size: 9.6,
        left: 36.0,
        measure: 540.0,
        y,
    };
    if kind == Kind::Appointment {
        text.say(
            s,
            "WHEN YOU GO TO THE CENTER, BRING: 1. THIS NOTICE and 2. PHOTO IDENTIFICATION. \
            Naturalization applicants must bring the Permanent Resident Card. If you do not \
            appear, your case may be considered abandoned (8 CFR 103.2(b)(13)).",
        );
        text.say(
            s,
            "If you cannot keep the appointment, ask for another one in your online account \
            or by telephone, 800-375-5283, at least 12 hours before the time shown.",
        );
    }
    text.head(s, "NOTE");
    text.say(s, rng.pick(&[
        "The account number on a notice is that of your USCIS online account, if you have one. If \
        there is none, you may go on filing by mail.",
        "If you have more than one case pending, you may get a notice for each of them. Please \
        look at the application number.",
        "For hearing impaired callers: TTY 800-767-1833. Calls from abroad: 212-620-3418.",
    ]));
    text.say(
        s,
        "If your address changes, go to www.uscis.gov/addresschange. Changing it at the \
        Postal Service is not enough, since the Postal Service does not forward our notices.",
    );
}

/// The bars at the foot.
fn foot(s: &mut Sheet, rng: &mut Rng, case: &Case, family: Family) {
    s.plain(7.0, 36.0, 664.0, "APPLICATION NUMBER");
    kit::stripe(
        s,
        Symbology::Code39,
        &case.receipt,
        [36.0, 670.0, 230.0, 34.0],
    );
    s.plain(8.0, 100.0, 714.0, &case.receipt);
    if rng.chance(0.5) {
        let number = rng.digits(12);
        s.plain(7.0, 340.0, 664.0, "LIVESCAN TRANSACTION");
        kit::stripe(s, Symbology::Code128, &number, [340.0, 670.0, 170.0, 34.0]);
        s.plain(8.0, 398.0, 714.0, &number);
    }
    s.rule(36.0, 576.0, 742.0, 0.5);
    let mark = rng.pick(&["Form I-797C 04/01/19", "Form I-797C (Rev. 07/11/14) N"]);
    s.flush_right(Face::bold(family), 8.0, 576.0, 754.0, mark);
    s.plain(
        7.4,
        36.0,
        754.0,
        "BRING THIS NOTICE. DO NOT FOLD THE BAR CODE.",
    );
}
