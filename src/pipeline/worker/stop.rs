//! How a whole pool is told to let go of what it is doing.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// How long somebody who waits may take to notice.
pub(super) const NOTICED_WITHIN: Duration = Duration::from_millis(100);

/// A flag that everybody who waits for a worker looks at. Once set, it stays.
#[derive(Debug, Clone, Default)]
pub(super) struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Asks all to let go.
    pub(super) fn ask(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    /// Whether that was asked.
    pub(super) fn is_asked(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}
