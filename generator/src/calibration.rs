//! Calibration: whether a share x of the values with confidence x is right. Tables and a
//! reliability plot.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use i797::identifier::IdentifierKind;
use i797::model::owner::Owner;
use i797::model::record::DocumentRecord;
use i797::model::verdict::Verdict;

use crate::notice::FileTruth;
use crate::score::values;

/// The confidence levels in the table of accepted values.
const LEVELS: [f32; 7] = [0.9, 0.95, 0.99, 0.995, 0.999, 0.9995, 0.9999];
/// The edges of the bins of values in review.
const BINS: [f32; 6] = [0.0, 0.2, 0.4, 0.6, 0.8, 1.0001];

/// One value that the program reported.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Value {
    /// Its confidence.
    pub confidence: f32,
    /// Whether it was accepted.
    pub accepted: bool,
    /// Whether it is right.
    pub right: bool,
}

/// The values of one file, without those of representatives.
pub fn values_of(truth: &FileTruth, record: &DocumentRecord) -> Vec<Value> {
    let kinds = [
        IdentifierKind::ReceiptNumber,
        IdentifierKind::ANumber,
        IdentifierKind::OnlineAccountNumber,
    ];
    let mut found = Vec::new();
    for kind in kinds {
        let there: BTreeSet<String> = truth
            .notices
            .iter()
            .flat_map(|notice| values(notice, kind))
            .collect();
        let reported = record
            .notices
            .iter()
            .flat_map(|n| &n.identifiers)
            .filter(|i| i.kind == kind);
        found.extend(
            reported
                .filter(|i| i.owner != Owner::Representative)
                .map(|i| Value {
                    confidence: i.confidence.into(),
                    accepted: i.verdict == Verdict::Accepted,
                    right: there.contains(&i.value),
                }),
        );
    }
    found
}

/// Counts of right values.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Share {
    /// All of them.
    pub all: usize,
    /// The right ones.
    pub right: usize,
    /// The mean of their confidences.
    pub mean: f32,
}

impl Share {
    fn of<'a>(values: impl Iterator<Item = &'a Value>) -> Self {
        let mut share = Self::default();
        let mut sum = 0.0f64;
        for value in values {
            share.all += 1;
            share.right += usize::from(value.right);
            sum += f64::from(value.confidence);
        }
        share.mean = if share.all > 0 {
            (sum / share.all as f64) as f32
        } else {
            0.0
        };
        share
    }

    /// The right share.
    pub fn rate(&self) -> f64 {
        if self.all == 0 {
            1.0
        } else {
            self.right as f64 / self.all as f64
        }
    }

    /// Lower bound of the true share at 95 % confidence (Wilson score, one-sided).
    pub fn at_least(&self) -> f64 {
        if self.all == 0 {
            return 0.0;
        }
        let n = self.all as f64;
        let p = self.rate();
        let z = 1.645f64;
        let middle = p + z * z / (2.0 * n);
        let reach = z * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt();
        (middle - reach) / (1.0 + z * z / n)
    }
}

/// Accepted values from each level up.
pub fn accepted(values: &[Value]) -> Vec<(f32, Share)> {
    let mut shares = Vec::new();
    for level in LEVELS {
        let accepted = values.iter().filter(|v| v.accepted);
        let share = Share::of(accepted.filter(|v| v.confidence >= level - 1e-6));
        shares.push((level, share));
    }
    shares
}

/// Values in review, by bins of confidence.
pub fn in_review(values: &[Value]) -> Vec<(f32, f32, Share)> {
    let mut shares = Vec::new();
    for bin in BINS.windows(2) {
        let in_review = values.iter().filter(|v| !v.accepted);
        let share = Share::of(in_review.filter(|v| (bin[0]..bin[1]).contains(&v.confidence)));
        shares.push((bin[0], bin[1].min(1.0), share));
    }
    shares
}

/// Both tables in Markdown.
pub fn tables(values: &[Value]) -> String {
    let mut text = String::from(
        "| accepted at confidence | values | right | wrong | right share | at least (95 %) \
         |\n|---|---|---|---|---|---|\n",
    );
    for (level, share) in accepted(values) {
        let _ = writeln!(
            text,
            "| ≥ {level} | {} | {} | {} | {:.4} | {:.4} |",
            share.all,
            share.right,
            share.all - share.right,
            share.rate(),
            share.at_least()
        ); // a String takes everything
    }
    text += "\n| in review, confidence | values | right | right share | mean confidence \
         |\n|---|---|---|---|---|\n";
    for (low, high, share) in in_review(values)
        .into_iter()
        .filter(|(_, _, share)| share.all > 0)
    {
        let _ = writeln!(
            text,
            "| {low:.1} to {high:.1} | {} | {} | {:.2} | {:.2} |",
            share.all,
            share.right,
            share.rate(),
            share.mean
        );
    }
    text
}

/// The reliability plot: confidence on x, share of right values on y; the area of a dot is
/// proportional to its count.
pub fn plot(values: &[Value]) -> String {
    let left = 50.0;
    let top = 20.0;
    let side = 300.0;
    let x = |p: f32| left + f64::from(p) * side;
    let y = |p: f64| top + (1.0 - p) * side;
    let mut svg = String::from(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"380\" height=\"370\" \
         font-family=\"sans-serif\" font-size=\"11\">\n<rect width=\"380\" height=\"370\" \
         fill=\"white\"/>\n",
    );
    let _ = writeln!(
        svg,
        "<rect x=\"{left}\" y=\"{top}\" width=\"{side}\" height=\"{side}\" fill=\"none\" \
         stroke=\"black\"/>"
    );
    let _ = writeln!(
        svg,
        "<path d=\"M{} {} L{} {}\" stroke=\"grey\" stroke-dasharray=\"4\"/>",
        x(0.0),
        y(0.0),
        x(1.0),
        y(1.0)
    );
    for tick in [0.0f32, 0.2, 0.4, 0.6, 0.8, 1.0] {
        let _ = writeln!(
            svg,
            "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\">{tick}</text>",
            x(tick),
            y(0.0) + 15.0
        );
        let _ = writeln!(
            svg,
            "<text x=\"{}\" y=\"{}\" text-anchor=\"end\">{tick}</text>",
            left - 5.0,
            y(f64::from(tick)) + 4.0
        );
    }
    let mut dot = |share: &Share, colour: &str| {
        if share.all > 0 {
            let radius = 2.0 + (share.all as f64).ln();
            let cx = x(share.mean);
            let cy = y(share.rate());
            let _ = writeln!(
                svg,
                "<circle cx=\"{cx:.1}\" cy=\"{cy:.1}\" r=\"{radius:.1}\" fill=\"{colour}\" \
                 fill-opacity=\"0.6\"><title>{} of {} right</title></circle>",
                share.right, share.all
            );
        }
    };
    in_review(values)
        .iter()
        .for_each(|(_, _, share)| dot(share, "darkorange"));
    dot(&Share::of(values.iter().filter(|v| v.accepted)), "seagreen");
    let _ = writeln!(
        svg,
        "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\">confidence (orange: review, green: \
         accepted)</text>",
        x(0.5),
        y(0.0) + 35.0
    );
    let _ = writeln!(
        svg,
        "<text transform=\"translate(14 {}) rotate(-90)\" text-anchor=\"middle\">share that is \
         right</text>",
        y(0.5)
    );
    svg + "</svg>\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(confidence: f32, accepted: bool, right: bool) -> Value {
        Value {
            confidence,
            accepted,
            right,
        }
    }

    #[test]
    fn levels_and_bins_count_what_is_theirs() {
        let values = [
            value(0.9999, true, true),
            value(0.96, true, false),
            value(0.96, false, true),
            value(0.3, false, false),
        ];
        let at = |level: f32| {
            accepted(&values)
                .into_iter()
                .find(|(l, _)| *l == level)
                .unwrap()
                .1
        };
        assert_eq!((at(0.9).all, at(0.9).right), (2, 1));
        assert_eq!((at(0.9999).all, at(0.9999).right), (1, 1));
        let review: Vec<(usize, usize)> = in_review(&values)
            .iter()
            .map(|(_, _, s)| (s.all, s.right))
            .collect();
        assert_eq!(review, [(0, 0), (1, 0), (0, 0), (0, 0), (1, 1)]);
        assert!(tables(&values).contains("| ≥ 0.9 | 2 | 1 | 1 | 0.5000 |"));
        assert!(plot(&values).contains("1 of 2 right"));
    }

    #[test]
    fn few_values_prove_little() {
        let share = |all, right| Share {
            all,
            right,
            mean: 0.0,
        };
        assert!(share(30_000, 30_000).at_least() > 0.9999);
        assert!(share(100, 100).at_least() < 0.98);
        assert!(share(0, 0).at_least() < f64::EPSILON);
    }
}
