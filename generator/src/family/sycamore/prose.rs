//! Body prose, in the agency's careful wording.
use super::common::Plan;
use crate::rng::Rng;

/// Sentences that suit any notice.
const GENERAL: &[&str] = &[
    "Please read this notice carefully and keep it with your records. If any of the information \
     above is not correct, tell us at once by calling the USCIS Contact Center at 1-800-375-5283. \
     If you are hearing impaired, the TTY number is 1-800-767-1833.",
    "If you move while your case is pending, you must report your new address within 10 days of \
     the move. You may do so at www.uscis.gov/addresschange or by mail on Form AR-11.",
    "This notice does not by itself confer any right to remain in, work in or travel to the \
     United States, and may not be used in place of a visa or of a document of identity.",
    "You will be notified separately about any other application or petition that you have filed. \
     Each case is decided on its own record, and processing times differ from office to office.",
    "When you write to us about this case, please attach a copy of this notice. Do not send \
     original documents unless we have asked for them in writing.",
    "Processing times are posted at egov.uscis.gov/processing-times. Please do not inquire before \
     the time posted for your form and office has passed, unless your circumstances have changed.",
    "If you are represented, a copy of this notice has been sent to the attorney or accredited \
     representative named on your Form G-28, provided that the form was properly completed.",
    "The filing of a form does not in itself allow a person to enter or remain in the United \
     States, and does not confer any other right or benefit.",
    "If we need further evidence, we will ask for it in writing. Please answer by the date that \
     the request names; an extension cannot be granted.",
    "You may check the status of this case at www.uscis.gov, under Case Status Online, with the \
     receipt number. The automated telephone line gives the same information.",
    "We may verify what you have told us by any lawful means, including review of public records, \
     contact by telephone or mail, and unannounced visits to a residence or place of work.",
    "If you are helped by someone who is not an attorney or accredited representative, be careful. \
     Only attorneys and representatives recognized by the Department of Justice may give legal \
     advice on immigration.",
    "Keep the envelope in which this notice came. The postmark may be needed to show when a \
     period of time began.",
];

/// Sentences that mention an account number and give none, for pages without the field.
const ABSENT: &[&str] = &[
    "If you hold a USCIS online account, you can follow this case there. Your online account \
     number appears on the Account Access Notice, which was mailed separately.",
    "Should you file another form on paper, enter your USCIS online account number, if any, on \
     it. Persons who filed only by mail may not have an account number.",
    "You can create a USCIS online account at my.uscis.gov. You will need the receipt number \
     above. The account number is assigned when the account is opened.",
];

/// Sentences with an example of an account number, for any page.
const EXAMPLES: &[&str] = &[
    "A USCIS online account number has 12 digits (for example, 0123 4567 8901). It is not the \
     same as an A-Number or a receipt number.",
    "Do not confuse the receipt number (three letters and ten digits, e.g. XYZ0123456789) with an \
     online account number (twelve digits, e.g. 012345678901).",
];

/// A sentence with a number that is none of the case's own.
fn stranger(rng: &mut Rng) -> String {
    match rng.below(4) {
        0 => format!(
            "Cases sent to the National Visa Center receive a case number of their own there, such \
             as GUZ{}. Do not use it when you write to us.",
            rng.digits(10)
        ),
        1 => format!(
            "Documents may be faxed only if we have asked you to do so; the number is 402-219-{}, \
             extension {}.",
            rng.digits(4),
            rng.digits(3)
        ),
        2 => format!(
            "Original documents that you sent are returned by courier under air waybill {}.",
            rng.digits(12)
        ),
        _ => "When you pay a fee by mail, the agency location code 70-00-1201 and the trace \
              number of the Treasury will appear on your bank's statement."
            .to_string(),
    }
}

/// Some paragraphs, all different; among them, now and then, a mention of account numbers.
pub(super) fn body(rng: &mut Rng, count: usize, plan: Plan) -> Vec<String> {
    let start = rng.below(GENERAL.len());
    let step = 1 + rng.below(GENERAL.len() - 1);
    let mut texts: Vec<String> = (0..count)
        .map(|i| GENERAL[(start + i * step) % GENERAL.len()].to_string())
        .collect();
    if plan == Plan::Absent && rng.chance(0.5) {
        texts.insert(rng.below(texts.len() + 1), rng.pick(ABSENT).to_string());
    } else if rng.chance(0.3) {
        texts.insert(rng.below(texts.len() + 1), rng.pick(EXAMPLES).to_string());
    }
    if rng.chance(0.25) {
        let number = stranger(rng);
        texts.push(number);
    }
    texts
}
