//! The candidates of a document with their verdicts and reasons, for `--explain`.

use std::io::{self, Write};

use crate::model::record::{Explanation, FieldRecord, NoticeRecord};
use crate::model::verdict::Verdict;
use crate::model::wrap::wrapped;
use crate::report::style::Paint;
use crate::report::{Style, sanitize};

/// Writes the candidates of a document with location, verdict and reasons.
pub(super) fn write(
    out: &mut dyn Write,
    explanations: &[Explanation],
    style: &Style,
) -> io::Result<()> {
    writeln!(out, "  {}", Paint::Strong.on("candidates", style.color))?;
    for explanation in explanations {
        let (paint, decision) = match explanation.decision {
            Verdict::Accepted => (Paint::Good, "accepted"),
            Verdict::Review => (Paint::Warn, "review"),
            Verdict::Rejected => (Paint::Dim, "rejected"),
        };
        let page = explanation.location.page;
        let place = explanation.location.bounds;
        let kind = explanation
            .kind
            .map_or_else(String::new, |k| format!(" as {}", k.name()));
        // Padded to the longest verdict so that the printed numbers line up.
        let decision = paint.on(&format!("{decision:8}"), style.color);
        let place = format!(
            "page {page}, x {:.0} pt, y {:.0} pt",
            place.x0(),
            place.y0()
        );
        let printed = sanitize::line(&explanation.printed);
        writeln!(
            out,
            "    {decision} \"{printed}\"{kind} {}",
            Paint::Dim.on(&format!("({place})"), style.color)
        )?;
        for reason in &explanation.reasons {
            let hanging = " ".repeat(15);
            writeln!(
                out,
                "             - {}",
                wrapped(&sanitize::line(reason), &hanging, style.width)
            )?;
        }
    }
    Ok(())
}

/// Writes the fields of the notices of a document with place, verdict and reasons.
pub(super) fn fields(
    out: &mut dyn Write,
    notices: &[NoticeRecord],
    style: &Style,
) -> io::Result<()> {
    if notices.iter().all(|notice| notice.fields.is_empty()) {
        return Ok(());
    }
    writeln!(out, "  {}", Paint::Strong.on("fields", style.color))?;
    for (kind, field) in notices.iter().flat_map(|notice| notice.fields.iter()) {
        field_of(out, &kind.heading().to_lowercase(), field, style)?;
    }
    Ok(())
}

fn field_of(out: &mut dyn Write, name: &str, field: &FieldRecord, style: &Style) -> io::Result<()> {
    let (paint, decision) = if field.is_accepted() {
        (Paint::Good, "accepted")
    } else {
        (Paint::Warn, "review")
    };
    let decision = paint.on(&format!("{decision:8}"), style.color);
    let place = field.sightings.first().map_or_else(String::new, |seen| {
        let bounds = seen.location.bounds;
        let x = bounds.x0();
        let y = bounds.y0();
        format!(" (page {}, x {x:.0} pt, y {y:.0} pt)", seen.location.page)
    });
    let printed = sanitize::line(&field.printed);
    let value = sanitize::line(&field.value);
    writeln!(
        out,
        "    {decision} \"{printed}\" as {name} {value}{}",
        Paint::Dim.on(&place, style.color)
    )?;
    for reason in &field.evidence {
        let hanging = " ".repeat(15);
        let reason = wrapped(&sanitize::line(reason), &hanging, style.width);
        writeln!(out, "             - {reason}")?;
    }
    Ok(())
}
