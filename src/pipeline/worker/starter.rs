//! Which program the next worker is started from. Most documents have text; a worker with Tesseract
//! is started when the first page asks for it, and then does all that its place has to do.

use std::sync::{Mutex, PoisonError};

use super::launch::Launch;
use super::process::{Worker, WorkerError};
use super::spawn::Spawner;
use super::stop::Stop;
use crate::model::config::{Config, EngineChoice, OcrMode};

/// Starts workers as they are needed.
pub(super) struct Starter {
    config: Config,
    launch: Launch,
    spawner: Spawner,
    pixels: Mutex<PixelReader>,
}

/// Who reads pixels.
enum PixelReader {
    /// Every worker.
    Anyone,
    /// Workers of this second program, of which none was needed yet.
    Asleep(Launch),
    /// The same, and all new workers are started from it.
    Awake(Launch),
}

impl Starter {
    pub(super) fn new(launch: Launch, config: &Config) -> Self {
        let wanted = config.engine != EngineChoice::Builtin && config.ocr != OcrMode::Never;
        let ocr_worker = launch.ocr_worker().filter(|_| wanted).map(Launch::program);
        let pixels = ocr_worker.map_or(PixelReader::Anyone, PixelReader::Asleep);
        Self {
            config: config.clone(),
            launch,
            spawner: Spawner::new(),
            pixels: Mutex::new(pixels),
        }
    }

    /// A worker for any document; who waits for it heeds `stop`.
    pub(super) fn start(&self, stop: &Stop) -> Result<Worker, WorkerError> {
        let (launch, reads_pictures) =
            match &*self.pixels.lock().unwrap_or_else(PoisonError::into_inner) {
                PixelReader::Anyone => (self.launch.clone(), true),
                PixelReader::Asleep(_) => (self.launch.clone(), false),
                PixelReader::Awake(launch) => (launch.clone(), true),
            };
        self.start_from(&launch, reads_pictures, stop)
    }

    fn start_from(
        &self,
        launch: &Launch,
        reads_pictures: bool,
        stop: &Stop,
    ) -> Result<Worker, WorkerError> {
        let process = self
            .spawner
            .spawn(launch)
            .map_err(|_| WorkerError::SpawnFailed)?;
        Worker::begin(process, &self.config, reads_pictures, stop)
    }

    /// A worker that reads pixels, in place of one that does not. The second value is what to say,
    /// once, when there is none: the worker that is there reads them as well as it can.
    pub(super) fn for_pictures(&self, mut worker: Worker) -> (Worker, Option<String>) {
        let mut pixels = self.pixels.lock().unwrap_or_else(PoisonError::into_inner);
        let (PixelReader::Asleep(launch) | PixelReader::Awake(launch)) = &*pixels else {
            worker.reads_pictures = true;
            return (worker, None);
        };
        let launch = launch.clone();
        let start = || self.start_from(&launch, true, worker.stop());
        // Once more, for one that somebody killed says nothing of the program.
        match start().or_else(|_| start()) {
            Ok(started) => {
                *pixels = PixelReader::Awake(launch);
                (started, None)
            }
            // Nothing is wrong with the program.
            Err(WorkerError::Stopped) => (worker, None),
            Err(error) => {
                let trouble = without(&launch, error, self.config.engine);
                *pixels = PixelReader::Anyone;
                worker.reads_pictures = true;
                (worker, Some(trouble))
            }
        }
    }
}

/// What it means that the program with Tesseract cannot be started.
fn without(ocr_worker: &Launch, error: WorkerError, choice: EngineChoice) -> String {
    let path = &ocr_worker.program;
    let what = match error {
        WorkerError::OtherBuild => "is of another version",
        _ if path.exists() => "cannot be started",
        _ => "is not there",
    };
    let outcome = match choice {
        EngineChoice::Tesseract => "scans are not read",
        _ => "scans are read by the built-in engine alone, and more goes to review",
    };
    format!(
        "{}, the part that runs Tesseract, {what}: {outcome}; install this program again, with \
         Tesseract (Debian: tesseract-ocr, tesseract-ocr-eng), or choose the built-in engine",
        path.display()
    )
}
