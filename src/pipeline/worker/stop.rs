//! How whoever reads documents is told to let go of them.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// How long somebody who waits may take to notice.
pub(super) const NOTICED_WITHIN: Duration = Duration::from_millis(100);

/// A flag that everybody who waits for a worker looks at. Once set, it stays. Clones are one flag.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Asks all to let go.
    pub fn ask(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    /// Whether that was asked.
    pub fn is_asked(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}
