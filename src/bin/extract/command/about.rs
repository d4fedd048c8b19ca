//! `extract about`: prints a help topic.

use std::io::{self, Write};

use i797::model::advice::{self, Topic, sentence};
use i797::model::wrap::wrapped;

use crate::exit::Status;
use crate::settings::Environment;

/// Columns to use if the width of the terminal is unknown.
const DEFAULT_WIDTH: usize = 80;

/// Prints a topic.
///
/// # Errors
/// If the topic is unknown or standard output cannot be written.
pub(crate) fn run(topic: &str, environment: Environment) -> Result<Status, String> {
    let topic = advice::topic(topic).ok_or("unknown topic")?;
    let width = environment.width.unwrap_or(DEFAULT_WIDTH).clamp(40, 100);
    match write(&mut io::stdout().lock(), topic, width) {
        // A closed pipe is not an error: the reader, such as `head`, has seen enough.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(format!("cannot write to standard output: {error}"))
        }
        _ => Ok(Status::Clean),
    }
}

/// Writes a topic, wrapped at `width` columns.
fn write(out: &mut dyn Write, topic: &Topic, width: usize) -> io::Result<()> {
    writeln!(out, "{}", topic.title)?;
    for paragraph in topic.paragraphs {
        writeln!(out)?;
        writeln!(out, "{}", wrapped(&sentence(paragraph), "", width))?;
    }
    Ok(())
}
