//! The fields of a notice beside its three numbers: what it is, for whom, and by when.
//!
//! One table, [`fields!`], names them all. Reports, masking and scores go through it with
//! [`NoticeFields::iter`] or a match on [`FieldClass`], so a new field is a line of the table and a
//! reading of it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::confidence::Confidence;
use crate::model::mark::Mark;
use crate::model::record::Sighting;
use crate::model::verdict::Verdict;

/// What a field holds: how its value is spelled, and what `--mask` does with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum FieldClass {
    /// Words of the notice that name nobody.
    Words,
    /// A day: `YYYY-MM-DD`.
    Date,
    /// A time of day as printed, such as `9:00 AM`.
    Time,
    /// A count.
    Count,
    /// Dollars: `1440.00`.
    Money,
    /// A person or company, as printed.
    Name,
    /// Where somebody lives or must go, as printed.
    Place,
    /// A number of a person's.
    PersonalNumber,
}

/// Defines [`FieldKind`] and [`NoticeFields`] from one table: the key in JSON, the variant, the
/// heading for people, the class.
macro_rules! fields {
    ($($(#[$doc:meta])* $key:ident: $kind:ident, $heading:literal, $class:ident;)*) => {
        /// Which field it is. Its name, as in JSON, never changes.
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
            JsonSchema,
        )]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum FieldKind {
            $($(#[$doc])* $kind,)*
        }

        impl FieldKind {
            /// All fields, in the order of reports.
            pub const ALL: &[Self] = &[$(Self::$kind),*];

            /// The key in JSON, such as `received_date`.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$kind => stringify!($key),)*
                }
            }

            /// The heading for people, such as `Received date`.
            pub const fn heading(self) -> &'static str {
                match self {
                    $(Self::$kind => $heading,)*
                }
            }

            /// What it holds.
            pub const fn class(self) -> FieldClass {
                match self {
                    $(Self::$kind => FieldClass::$class,)*
                }
            }
        }

        /// The fields of a notice. `None` where it is not printed, or was not read.
        #[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
        #[non_exhaustive]
        pub struct NoticeFields {
            $(
                $(#[$doc])*
                #[serde(default, skip_serializing_if = "Option::is_none")]
                pub $key: Option<FieldRecord>,
            )*
        }

        impl NoticeFields {
            /// One field.
            pub fn get(&self, kind: FieldKind) -> Option<&FieldRecord> {
                match kind {
                    $(FieldKind::$kind => self.$key.as_ref(),)*
                }
            }

            /// The place of one field.
            pub fn get_mut(&mut self, kind: FieldKind) -> &mut Option<FieldRecord> {
                match kind {
                    $(FieldKind::$kind => &mut self.$key,)*
                }
            }
        }
    };
}

fields! {
    /// The notice type as one of a list, such as `Receipt Notice`.
    notice_type: NoticeType, "Notice type", Words;
    /// The form that was filed, such as `I-485`; its title is beside it.
    case_type: CaseType, "Case type", Words;
    /// The day the agency received the filing.
    received_date: ReceivedDate, "Received date", Date;
    /// The priority date.
    priority_date: PriorityDate, "Priority date", Date;
    /// The day of the notice.
    notice_date: NoticeDate, "Notice date", Date;
    /// The applicant, as printed.
    applicant: Applicant, "Applicant", Name;
    /// The petitioner, a person or a company, as printed.
    petitioner: Petitioner, "Petitioner", Name;
    /// The beneficiary, as printed.
    beneficiary: Beneficiary, "Beneficiary", Name;
    /// The class, such as `H1B`.
    class: Class, "Class", Words;
    /// The section of law.
    section: Section, "Section", Words;
    /// The consulate, or `NONE`.
    consulate: Consulate, "Consulate", Words;
    /// The eligibility category, such as `C09`.
    eligibility_category: EligibilityCategory, "Eligibility category", Words;
    /// The first day of validity.
    valid_from: ValidFrom, "Valid from", Date;
    /// The last day of validity.
    valid_to: ValidTo, "Valid to", Date;
    /// By how many months something is extended.
    extension_months: ExtensionMonths, "Extension (months)", Count;
    /// The printed day by which the agency must have a response.
    response_due: ResponseDue, "Response due", Date;
    /// The day of the appointment.
    appointment_date: AppointmentDate, "Appointment date", Date;
    /// The time of the appointment.
    appointment_time: AppointmentTime, "Appointment time", Time;
    /// Where the appointment is; lines are joined by commas.
    appointment_place: AppointmentPlace, "Appointment place", Place;
    /// The I-94 number, 11 characters.
    i94_number: I94Number, "I-94 number", PersonalNumber;
    /// The amount received, or `Fee Waived`.
    amount: Amount, "Amount", Money;
    /// The office that wrote the notice.
    office: Office, "Office", Words;
    /// To whom the notice is addressed: the name; the printed form has the address.
    addressee: Addressee, "Addressee", Name;
    /// Whose copy it is: `applicant` or `attorney`.
    copy_for: CopyFor, "Copy for", Words;
}

serde_plain::derive_display_from_serialize!(FieldKind);
serde_plain::derive_fromstr_from_deserialize!(FieldKind);

/// A field with its evidence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct FieldRecord {
    /// The value: a date as `YYYY-MM-DD`, other classes as [`FieldClass`] says.
    pub value: String,
    /// As printed.
    pub printed: String,
    /// The title of a case type, such as `Application to Register Permanent Residence`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Accepted or review.
    pub verdict: Verdict,
    /// The confidence, from 0 to 1.
    pub confidence: Confidence,
    /// Where it was found; never empty, the one that counts first.
    pub sightings: Vec<Sighting>,
    /// The reasons for the verdict, without the value itself.
    pub evidence: Vec<String>,
    /// What a person decided; the confidence is then the person's, not a reading's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided: Option<Mark>,
}

impl FieldKind {
    /// The heading as in the middle of a sentence, such as `received date`, `I-94 number`.
    pub fn phrase(self) -> String {
        let heading = self.heading();
        let first = heading.split(' ').next().unwrap_or_default();
        if first.contains('-') {
            heading.to_owned()
        } else {
            heading.to_lowercase()
        }
    }
}

impl FieldRecord {
    /// The value as a day of the calendar; `None` if it is none.
    pub fn date(&self) -> Option<jiff::civil::Date> {
        self.value.parse().ok()
    }

    /// Whether it was accepted.
    pub fn is_accepted(&self) -> bool {
        self.verdict == Verdict::Accepted
    }
}

impl NoticeFields {
    /// The fields that were read, in the order of reports.
    pub fn iter(&self) -> impl Iterator<Item = (FieldKind, &FieldRecord)> {
        FieldKind::ALL
            .iter()
            .filter_map(|kind| Some((*kind, self.get(*kind)?)))
    }

    /// The value of a field that was accepted.
    pub fn accepted(&self, kind: FieldKind) -> Option<&str> {
        let field = self.get(kind)?;
        field.is_accepted().then_some(field.value.as_str())
    }

    /// Whether no field was read.
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_field_is_its_key() {
        for kind in FieldKind::ALL {
            assert_eq!(kind.to_string(), kind.name());
            assert_eq!(kind.name().parse::<FieldKind>().ok(), Some(*kind));
        }
    }
}
