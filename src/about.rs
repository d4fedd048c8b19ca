//! `extract about`: the guide in the terminal.

use i797::guide::{Topic, sentence};
use std::io::{self, Write};

/// Writes a topic, its running text broken at `width` columns.
pub fn write(out: &mut dyn Write, topic: &Topic, width: usize) -> io::Result<()> {
    writeln!(out, "{}", topic.title)?;
    for paragraph in topic.paragraphs {
        writeln!(out)?;
        let mut line = String::new();
        for word in sentence(paragraph).split_whitespace() {
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
                writeln!(out, "{line}")?;
                line.clear();
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        writeln!(out, "{line}")?;
    }
    Ok(())
}
