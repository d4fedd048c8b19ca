//! `extract about`: the guide in the terminal.

use std::io::{self, Write};

use i797::model::advice::{self, Topic, sentence};
use i797::model::wrap::wrapped;

use crate::exit::Status;
use crate::settings::Environment;

/// Columns of a terminal that does not say how wide it is.
const DEFAULT_WIDTH: usize = 80;

/// Prints a topic.
///
/// # Errors
/// When there is no such topic, or standard output cannot be written.
pub fn run(topic: &str, environment: Environment) -> Result<Status, String> {
    let topic = advice::topic(topic).ok_or("no such topic")?;
    let width = environment.width.unwrap_or(DEFAULT_WIDTH).clamp(40, 100);
    match write(&mut io::stdout().lock(), topic, width) {
        // Whoever closed the pipe has seen enough.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(format!("cannot write: {error}"))
        }
        _ => Ok(Status::Clean),
    }
}

/// Writes a topic, its running text broken at `width` columns.
fn write(out: &mut dyn Write, topic: &Topic, width: usize) -> io::Result<()> {
    writeln!(out, "{}", topic.title)?;
    for paragraph in topic.paragraphs {
        writeln!(out)?;
        writeln!(out, "{}", wrapped(&sentence(paragraph), "", width))?;
    }
    Ok(())
}
