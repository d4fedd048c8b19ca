//! Reading documents in processes of their own, so that a file which crashes, hangs or fills the
//! memory costs one page and not the batch. Unix only.
//!
//! The parent never parses: it opens a file, hands it to a worker, asks for one page after the
//! other, and kills a worker that is late, dead or talks nonsense. Workers are the program itself
//! started again; a program that uses this calls [`serve_if_asked`] before anything else.
//! Tesseract's libraries take longer to load than a page of text takes to read, so they may live in
//! a second program, which is started when a page has to be read from its pixels.

mod channel;
mod extract;
#[cfg(target_os = "linux")]
mod filter;
mod launch;
mod limits;
mod pool;
mod process;
mod protocol;
mod sandbox;
mod serve;
mod spawn;
mod starter;
mod stop;

pub use launch::Launch;
pub use pool::Pool;
pub use process::ThreadCount;
pub use protocol::{BUILD, Probes, hear};
pub use sandbox::{Confinement, Strength};
pub(super) use serve::is_worker;
#[doc(hidden)]
pub use serve::serve_with;
pub use serve::{serve_if_asked, serve_light_if_asked};
pub use stop::Stop;
