//! An appointment for an interview or an oath: the facts in a shaded column at the side.
use super::kit::Leaf;
use super::prose;
use super::words::{self, Own};
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Family;

/// Where the two columns stand.
struct Frame {
    side: [f32; 2],
    main: [f32; 2],
    below: bool,
}

/// Draws the notice.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::LiberationSans,
        Family::DejaVuSansCondensed,
        Family::FreeSerif,
    ]);
    let mut leaf = Leaf::new(family);
    let oath = rng.chance(0.3);
    let mut truth = words::truth(if oath { "" } else { "I-797C" }, case);
    let title = if oath {
        rng.pick(&[
            "Notice of Oath Ceremony",
            "Notice of Naturalization Oath Ceremony",
        ])
    } else {
        rng.pick(&[
            "Request for Applicant to Appear for Initial Interview",
            "Notice of Interview",
            "Interview Appointment Notice",
        ])
    };
    truth.fields.notice_type = Some(title.into());
    let frame = if rng.chance(0.6) {
        Frame {
            side: [36.0, 196.0],
            main: [212.0, 576.0],
            below: rng.chance(0.4),
        }
    } else {
        Frame {
            side: [416.0, 576.0],
            main: [36.0, 400.0],
            below: rng.chance(0.4),
        }
    };
    head(&mut leaf, title, oath);
    side(&mut leaf, rng, case, &mut truth, &frame);
    main(&mut leaf, rng, case, &mut truth, &frame);
    leaf.sheet.plain(
        7.0,
        36.0,
        768.0,
        if oath { "Form N-445" } else { "Form I-797C" },
    );
    leaf.right(false, 7.0, (576.0, 768.0), "1 / 1");
    Drawing {
        sheets: vec![leaf.sheet],
        truth,
    }
}

/// The agency, the title and the form.
fn head(leaf: &mut Leaf, title: &str, oath: bool) {
    leaf.sheet
        .plain(8.0, 36.0, 38.0, "Department of Homeland Security");
    leaf.sheet
        .bold(9.5, 36.0, 50.0, "U.S. Citizenship and Immigration Services");
    let form = if oath {
        "Form N-445"
    } else {
        "Form I-797C, Notice of Action"
    };
    leaf.right(false, 9.0, (576.0, 50.0), form);
    leaf.put(true, 15.0, (36.0, 76.0), 540.0, title);
    leaf.sheet.rule(36.0, 576.0, 84.0, 0.8);
}

/// The cells of the side column.
fn facts(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Vec<(String, String)> {
    let way = rng.below(3);
    let noticed = words::dated(way, &case.noticed);
    truth.fields.notice_date = Some(noticed.clone());
    truth.prints_a_number(&case.filer.a_number);
    let name = case.filer.listed();
    words::note_filer(truth, case, &name);
    let mut all: Vec<(String, String)> = vec![
        (words::receipt_label(rng).into(), words::receipt(rng, case)),
        ("Form".into(), words::kind(case)),
        (words::noticed_label(rng).into(), noticed),
        (words::role(case).into(), name),
        (
            words::alien_label(rng).into(),
            words::alien(rng, &case.filer.a_number),
        ),
        ("Date of Birth".into(), case.filer.born.numeric()),
    ];
    let own = words::own(rng, case, truth, (0.5, 0.2));
    if own != Own::Absent {
        let place = 1 + rng.below(all.len());
        let value = words::own_value(rng, case, own);
        all.insert(place, (words::own_label(rng, case), value));
    }
    if rng.chance(0.6) {
        let (label, value) = words::trap(rng);
        let place = 1 + rng.below(all.len());
        all.insert(place, (label, value));
    }
    all
}

/// Draws the side column: each cell between two rules.
fn side(leaf: &mut Leaf, rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, frame: &Frame) {
    let [left, right] = frame.side;
    leaf.sheet.fill([left, 94.0, right, 750.0], 0.93);
    let size = rng.uniform(8.5, 9.5);
    let room = right - left - 16.0;
    let mut y = 104.0;
    for (label, value) in facts(rng, case, truth) {
        let long = leaf.wide(true, size, &value) > room * 1.15;
        let high = match leaf.wide(true, size * 0.9, &value) / room {
            share if long && share > 1.8 => 56.0,
            _ if long => 45.0,
            _ => 32.0,
        };
        let caption = if frame.below { y + high - 7.0 } else { y + 8.0 };
        let base = if frame.below { y + 11.0 } else { y + 20.0 };
        leaf.put(false, 6.8, (left + 8.0, caption), room, &label);
        if long {
            leaf.strong(size * 0.9, (left + 8.0, base), room, &value);
        } else {
            leaf.put(true, size, (left + 8.0, base), room, &value);
        }
        y += high;
        leaf.sheet.rule(left + 8.0, right - 8.0, y - 2.0, 0.4);
    }
    leaf.bars(
        Symbology::Code128,
        (left + 10.0, 650.0),
        0.72,
        24.0,
        &case.receipt,
    );
    leaf.qr(rng, (left + 10.0, 684.0), 54.0);
}

/// The main column: address, appointment, check list.
fn main(leaf: &mut Leaf, rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, frame: &Frame) {
    let [left, right] = frame.main;
    let width = right - left;
    leaf.lines(
        10.0,
        (left + 10.0, 116.0),
        12.0,
        &words::addressee(case, false),
    );
    let day = case.noticed.later(1, rng.between(3, 20)).long();
    let time = rng.pick(&["7:30 AM", "8:45 AM", "10:15 AM", "12:30 PM", "2:10 PM"]);
    let place = rng.pick(&[
        [
            "USCIS Field Office",
            "1200 Golden Gate Avenue",
            "San Francisco CA 94102-6014",
        ],
        [
            "USCIS Field Office",
            "2675 Prosperity Avenue",
            "Fairfax VA 22031-4906",
        ],
        [
            "USCIS Field Office",
            "26 Federal Plaza, Room 7-700",
            "New York NY 10278-0004",
        ],
    ]);
    leaf.sheet.frame([left, 196.0, right, 272.0], 1.4);
    leaf.sheet.plain(9.0, left + 10.0, 212.0, "Please come to:");
    leaf.lines(10.0, (left + 26.0, 226.0), 12.0, &place);
    leaf.put(
        true,
        10.5,
        (left + 10.0, 264.0),
        width - 20.0,
        &format!("ON: {day}   AT: {time}"),
    );
    truth.fields.appointment_date = Some(day);
    truth.fields.appointment_time = Some(time.into());
    let y = leaf.prose(
        9.5,
        (left, 292.0),
        width,
        &[
            "You must appear in person. Who does not \
        come, and does not write before that day, may have the case denied.",
            "Bring this letter and the originals of the papers below:",
        ],
    );
    let mut y = y + 4.0;
    for text in [
        "This notice and a photo identification",
        "Your Permanent Resident Card, if you \
        have one, and all passports, old and new",
        "Certificates of marriage, divorce and birth",
        "Tax returns of the last five years",
        "Proof of Selective Service registration, if asked",
    ] {
        y = leaf.tick(9.5, (left + 6.0, y), width - 10.0, false, text);
    }
    let mention = rng.pick(&prose::MENTIONS);
    let phone = prose::telephone(rng);
    leaf.prose(
        9.5,
        (left, y + 10.0),
        width,
        &[mention, prose::RECEIPT[4], &phone],
    );
}
