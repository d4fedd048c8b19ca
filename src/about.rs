//! `extract about`: the guide in the terminal.

use i797::guide::{Topic, sentence};
use i797::wrap::wrapped;
use std::io::{self, Write};

/// Writes a topic, its running text broken at `width` columns.
pub fn write(out: &mut dyn Write, topic: &Topic, width: usize) -> io::Result<()> {
    writeln!(out, "{}", topic.title)?;
    for paragraph in topic.paragraphs {
        writeln!(out)?;
        writeln!(out, "{}", wrapped(&sentence(paragraph), "", width))?;
    }
    Ok(())
}
