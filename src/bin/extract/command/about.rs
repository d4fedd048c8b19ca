//! `extract about`: prints a help topic.

use std::fmt::Write;

use i797::model::advice::{self, Topic, sentence};
use i797::model::wrap::wrapped;

use crate::console;
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
    console::print(written(topic, width).as_bytes())
}

/// A topic, wrapped at `width` columns.
fn written(topic: &Topic, width: usize) -> String {
    let mut text = format!("{}\n", topic.title);
    for paragraph in topic.paragraphs {
        let _ = write!(text, "\n{}\n", wrapped(&sentence(paragraph), "", width));
    }
    text
}
