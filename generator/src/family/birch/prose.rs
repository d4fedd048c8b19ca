//! Body prose of notices: general paragraphs that fill the lower part of a page.
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::Face;

/// General paragraphs, each with its heading in capitals.
pub(super) const GENERAL: &[&str] = &[
    "INQUIRIES. Have this notice at hand when you call or write. Give the receipt number, \
     the form number and your date of birth. Do not inquire before the normal processing \
     time has passed.",
    "CHANGE OF ADDRESS. Tell this office within 10 days of moving. Most noncitizens must \
     also file Form AR-11. The post office does not forward all government mail.",
    "BIOMETRICS. If fingerprints are needed, an appointment notice will be mailed. Do not \
     go to an Application Support Center without one.",
    "COPIES. Unless an original is expressly required, send photocopies. Originals sent \
     without a request may be kept in the file and may not be returned.",
    "TRANSLATIONS. A document in a foreign language must come with a full English \
     translation and the translator's signed certificate of competence.",
    "REPRESENTATIVES. Only an attorney or accredited representative with a signed Form G-28 \
     on file will receive a courtesy copy of notices about this case.",
    "FRAUD WARNING. Forms are free at uscis.gov/forms. No one may promise you a faster \
     decision for a payment. Report suspected fraud to the ICE tip line, 866-347-2423.",
    "TRAVEL. Leaving the United States before a decision may mean that the case is \
     abandoned. This notice is not evidence of permission to return.",
    "PRIVACY. The information is collected under 8 U.S.C. 1101 et seq. It may be shared \
     with other agencies for law enforcement and the verification of benefits.",
    "CASE STATUS. Status is available at www.uscis.gov/casestatus or by telephone at \
     800-375-5283 (TTY 800-767-1833), 8 a.m. to 8 p.m. Eastern, Monday to Friday.",
    "EXPEDITE REQUESTS. A request is considered only for severe financial loss, emergency, \
     or clear error of the Service, and must be supported by documents.",
    "REFUNDS. Fees are not refunded, whatever the decision and however long it takes. A \
     returned check is charged $30.00 and may void the filing date.",
    "PROCESSING. Cases are taken in the order received. If this office needs more evidence \
     it will ask for it once, in writing, with a date by which to answer.",
    "CONSULAR ACTION. A case that is approved for consular notification is sent to the \
     National Visa Center, 31 Rochester Avenue, Portsmouth NH 03801-2914.",
];

/// How a page sets its body.
pub(super) struct Body {
    pub face: Face,
    pub size: f32,
    pub left: f32,
    pub measure: f32,
    pub capitals: bool,
}

/// Sets some of the general paragraphs from y down, at most as far as the limit.
pub(super) fn general(sheet: &mut Sheet, rng: &mut Rng, body: &Body, y: f32, limit: f32) -> f32 {
    let mut y = y;
    let start = rng.below(GENERAL.len());
    let step = rng.pick(&[1, 3, 5]);
    for turn in 0..rng.below(5) + 4 {
        let text = GENERAL[(start + turn * step) % GENERAL.len()];
        let text = if body.capitals {
            text.to_uppercase()
        } else {
            text.to_string()
        };
        let wide = body.face.width(&text, body.size);
        let lines = (wide / body.measure * 1.06).ceil() + 1.0;
        if y + lines * body.size * 1.18 > limit {
            break;
        }
        y = sheet.paragraph(body.face, body.size, body.left, y, body.measure, &text) + 6.0;
    }
    y
}

/// Sets general paragraphs in two columns between top and limit.
pub(super) fn columns(sheet: &mut Sheet, rng: &mut Rng, body: &Body, top: f32, limit: f32) {
    let gap = 18.0;
    let half = (body.measure - gap) / 2.0;
    let start = rng.below(GENERAL.len());
    for side in 0..2 {
        let left = body.left + (half + gap) * side as f32;
        let mut y = top;
        for turn in 0..3 + rng.below(5) {
            let text = GENERAL[(start + side * 7 + turn) % GENERAL.len()];
            let lines = (body.face.width(text, body.size) / half * 1.1).ceil() + 1.0;
            if y + lines * body.size * 1.18 > limit {
                break;
            }
            y = sheet.paragraph(body.face, body.size, left, y, half, text) + 5.0;
        }
    }
}
