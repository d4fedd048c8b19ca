//! Ground truth: what the notices in a file say, in the keys that the scorer reads.

use std::path::Path;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// A file and everything to be found in it: a line of `truth.jsonl`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileTruth {
    /// Path of the file, relative to `truth.jsonl`.
    pub file: String,
    /// The set that the file belongs to, such as `fixtures` or `generated`.
    pub split: String,
    /// The layouts, one per item in the file, in order.
    pub layouts: Vec<String>,
    /// The typeface family.
    pub font: String,
    /// Damage and format, as `skewed/pdf-jpeg`; `native` where the file holds its own text.
    pub damage: String,
    /// Number of pages (images) in the file.
    pub pages: usize,
    /// The password that opens the file, if it asks for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub password: Option<String>,
    /// The expected kind of error of a file that cannot be read, or only partly.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    /// The expected kinds of findings across documents when the whole set is read together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<String>,
    /// The notices in the order of their pages.
    pub notices: Vec<NoticeTruth>,
}

/// What one notice says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeTruth {
    /// `I-797`, `I-797A` to `I-797F`.
    pub form: String,
    /// Receipt numbers, 13 characters without separators, in order of first printing.
    pub receipt_numbers: Vec<String>,
    /// A-Numbers, `A` and the digits as printed (7 to 9).
    pub a_numbers: Vec<String>,
    /// Online account numbers of applicants and petitioners, 12 digits.
    pub account_numbers: Vec<String>,
    /// Online account numbers of attorneys and representatives, 12 digits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub representative_account_numbers: Vec<String>,
    /// State of the account number field.
    pub account_cell: AccountCell,
    /// Other fields, as printed.
    #[serde(default)]
    pub fields: Fields,
    /// Pages of the notice, from 1.
    pub pages: Vec<usize>,
}

/// State of the account number field on a notice.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AccountCell {
    /// Label and value are printed.
    Filled,
    /// The label is printed, the value is not.
    Blank,
    /// The notice has no such label.
    #[default]
    Absent,
}

/// Fields other than the three numbers, as printed; `None` where the notice does not show them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Fields {
    /// Such as `Receipt Notice`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice_type: Option<String>,
    /// The form that was filed, such as `I-485`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub case_type: Option<String>,
    /// Received date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub received_date: Option<String>,
    /// Priority date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority_date: Option<String>,
    /// Notice date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice_date: Option<String>,
    /// The applicant's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub applicant: Option<String>,
    /// The petitioner's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub petitioner: Option<String>,
    /// The beneficiary's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beneficiary: Option<String>,
    /// Class of admission, such as `H1B`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<String>,
    /// Section of law.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// Consulate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consulate: Option<String>,
    /// Eligibility category, such as `C09`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub eligibility_category: Option<String>,
    /// First day of validity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<String>,
    /// Last day of validity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<String>,
    /// Day by which a response must be received.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub response_due: Option<String>,
    /// Day of an appointment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub appointment_date: Option<String>,
    /// Time of an appointment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub appointment_time: Option<String>,
    /// Place of an appointment, its lines joined by commas.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub appointment_place: Option<String>,
    /// To whom the notice is sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub addressee: Option<String>,
    /// The office that sends it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub office: Option<String>,
    /// I-94 number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub i94_number: Option<String>,
    /// Amount received.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<String>,
}

impl NoticeTruth {
    /// Records that the notice shows this receipt number.
    pub fn prints_receipt(&mut self, canonical: &str) {
        note(&mut self.receipt_numbers, canonical.to_owned());
    }

    /// Records that the notice shows this A-Number, given by its digits.
    pub fn prints_a_number(&mut self, digits: &str) {
        note(&mut self.a_numbers, format!("A{digits}"));
    }

    /// Records that the notice shows this account number of its applicant or petitioner.
    pub fn prints_account(&mut self, digits: &str) {
        note(&mut self.account_numbers, digits.to_owned());
        self.account_cell = AccountCell::Filled;
    }

    /// Records that the notice shows this account number of an attorney.
    pub fn prints_representative_account(&mut self, digits: &str) {
        note(&mut self.representative_account_numbers, digits.to_owned());
    }
}

fn note(values: &mut Vec<String>, value: String) {
    if !values.contains(&value) {
        values.push(value);
    }
}

/// Reads a file of JSON lines, such as `truth.jsonl`.
///
/// # Errors
/// If the file can't be read or a line can't be parsed; the message has the path.
pub fn rows<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, String> {
    let text =
        std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let row =
        |line| serde_json::from_str(line).map_err(|error| format!("{}: {error}", path.display()));
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(row)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_reads_back_as_written() {
        let mut notice = NoticeTruth {
            form: "I-797C".into(),
            pages: vec![1],
            ..NoticeTruth::default()
        };
        notice.prints_receipt("IOE0912345678");
        notice.prints_receipt("IOE0912345678");
        notice.prints_account("012345678901");
        let row = FileTruth {
            file: "a.pdf".into(),
            split: "fixtures".into(),
            layouts: vec!["grid".into()],
            font: "Helvetica".into(),
            damage: "native".into(),
            pages: 1,
            password: None,
            error: None,
            findings: Vec::new(),
            notices: vec![notice],
        };
        let text = serde_json::to_string(&row).unwrap();
        assert!(
            text.contains(r#""receipt_numbers":["IOE0912345678"]"#),
            "{text}"
        );
        assert!(text.contains(r#""account_cell":"filled""#), "{text}");
        assert_eq!(serde_json::from_str::<FileTruth>(&text).unwrap(), row);
    }
}
