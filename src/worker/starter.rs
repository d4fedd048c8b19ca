//! Which program the next worker is started from. Most documents have text; a worker with Tesseract is started when the first
//! page asks for it, and then does all that its place has to do.

use super::launch::Launch;
use super::process::{Death, Worker};
use crate::config::{Config, OcrMode, ReaderChoice};
use std::sync::{Mutex, PoisonError};

/// Starts workers as they are needed.
pub struct Starter {
    config: Config,
    launch: Launch,
    pictures: Mutex<Pictures>,
}

/// Who reads pixels.
enum Pictures {
    /// Every worker.
    Anyone,
    /// Workers of this second program, of which none was needed yet.
    Asleep(Launch),
    /// The same, and all new workers are started from it.
    Awake(Launch),
}

impl Starter {
    pub fn new(launch: Launch, config: &Config) -> Self {
        let wanted = config.reader != ReaderChoice::Own && config.ocr != OcrMode::Never;
        let pictures = launch.picture_reader().filter(|_| wanted).map(Launch::program);
        let pictures = Mutex::new(pictures.map_or(Pictures::Anyone, Pictures::Asleep));
        Self { config: config.clone(), launch, pictures }
    }

    /// A worker for any document.
    pub fn start(&self) -> Result<Worker, Death> {
        let (launch, reads_pictures) = match &*self.pictures.lock().unwrap_or_else(PoisonError::into_inner) {
            Pictures::Anyone => (self.launch.clone(), true),
            Pictures::Asleep(_) => (self.launch.clone(), false),
            Pictures::Awake(reader) => (reader.clone(), true),
        };
        Worker::start(&launch, &self.config, reads_pictures)
    }

    /// A worker that reads pixels, in place of one that does not. The second value is what to say, once, when there is none: the
    /// worker that is there reads them as well as it can.
    pub fn for_pictures(&self, mut worker: Worker) -> (Worker, Option<String>) {
        let mut pictures = self.pictures.lock().unwrap_or_else(PoisonError::into_inner);
        let (Pictures::Asleep(reader) | Pictures::Awake(reader)) = &*pictures else {
            worker.reads_pictures = true;
            return (worker, None);
        };
        let reader = reader.clone();
        let start = || Worker::start(&reader, &self.config, true);
        // Once more, for one that somebody killed says nothing of the program.
        match start().or_else(|_| start()) {
            Ok(started) => {
                *pictures = Pictures::Awake(reader);
                (started, None)
            }
            Err(_) => {
                let trouble = without(&reader, self.config.reader);
                *pictures = Pictures::Anyone;
                worker.reads_pictures = true;
                (worker, Some(trouble))
            }
        }
    }
}

/// What it means that the program with Tesseract cannot be started.
fn without(reader: &Launch, choice: ReaderChoice) -> String {
    let path = &reader.program;
    let what = if path.exists() { "cannot be started" } else { "is not there" };
    let outcome = match choice {
        ReaderChoice::Tesseract => "scans are not read",
        _ => "scans are read by the line reader alone, and more goes to review",
    };
    format!(
        "{}, the part that runs Tesseract, {what}: {outcome}; install this program again, with Tesseract (Debian: tesseract-ocr, \
         tesseract-ocr-eng), or choose --reader own",
        path.display()
    )
}
