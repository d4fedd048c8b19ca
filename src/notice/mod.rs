//! Interprets pages, joins them to notices, and checks what a notice or a batch lacks or
//! contradicts.

mod absence;
mod assemble;
pub mod batch;
pub mod check;
pub mod deadline;
mod expected;
mod fields;
mod follow;
mod gap;
mod group;
mod harmless;
mod names;
pub mod nature;
mod near;
mod occupied;
mod order;
pub mod page;
pub mod page_info;
mod page_reading;
mod paths;
pub mod story;
mod unread;

pub use assemble::assemble;
pub use follow::follow;
pub use gap::Gap;
pub use page_reading::{AccountCell, MOST_OF_PAGE, PageReading};
