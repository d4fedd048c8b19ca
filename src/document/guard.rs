//! Keeps panics of the format libraries inside the file or page that caused them, and silent.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

use super::damaged;
use crate::model::error::DocumentError;

thread_local! {
    static QUIET: Cell<bool> = const { Cell::new(false) };
}
static HOOK: Once = Once::new();

/// Runs `work`; a panic inside becomes `damaged` and prints nothing. Panics elsewhere still reach
/// the hook that was set before.
pub(super) fn quietly<T>(work: impl FnOnce() -> T) -> Result<T, DocumentError> {
    HOOK.call_once(|| {
        let before = take_hook();
        set_hook(Box::new(move |info| {
            if !QUIET.with(Cell::get) {
                before(info);
            }
        }));
    });
    let outer = QUIET.with(|quiet| quiet.replace(true));
    let result = catch_unwind(AssertUnwindSafe(work));
    QUIET.with(|quiet| quiet.set(outer));
    result.map_err(|_| damaged("the file crashes its decoder"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_damaged() {
        let none: Vec<u8> = Vec::new();
        assert!(quietly(|| none[std::hint::black_box(3)]).is_err());
        assert_eq!(quietly(|| 3), Ok(3));
    }
}
