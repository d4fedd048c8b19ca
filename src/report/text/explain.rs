//! `--explain`: what became of every candidate, and why.

use std::io::{self, Write};

use crate::model::record::Explanation;
use crate::model::verdict::Verdict;
use crate::model::wrap::wrapped;
use crate::report::style::Paint;
use crate::report::{Style, sanitize};

/// Writes the candidates of one document, each with its place, its decision and the reasons, strongest first.
pub(super) fn write(
    out: &mut dyn Write,
    explanations: &[Explanation],
    style: &Style,
) -> io::Result<()> {
    writeln!(out, "  {}", Paint::Strong.on("why", style.color))?;
    for explanation in explanations {
        let (paint, decision) = match explanation.decision {
            Verdict::Accepted => (Paint::Good, "accepted"),
            Verdict::Review => (Paint::Warn, "review"),
            Verdict::Rejected => (Paint::Dim, "rejected"),
        };
        let (page, place) = (explanation.location.page, explanation.location.bounds);
        let kind = explanation
            .kind
            .map_or_else(String::new, |k| format!(" as {}", k.name()));
        // One word wider than the longest decision keeps the printed numbers under one another.
        let decision = paint.on(&format!("{decision:8}"), style.color);
        let place = format!(
            "page {page}, {:.0} pt right, {:.0} pt down",
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
