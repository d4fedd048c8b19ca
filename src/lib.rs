//! Extracts three numbers that people mix up from USCIS notices of action (Form I-797, variants A
//! to F): the online account number, A-Numbers and receipt numbers. Each comes with its evidence
//! and its place on the page; what cannot be confirmed is marked for review, and a notice without
//! an account number says why.
//!
//! ```no_run
//! use i797::{Config, read_file};
//!
//! let record = read_file("notice.pdf", &Config::default());
//! for notice in &record.notices {
//!     match notice.account_number() {
//!         Some(number) => println!("pages {:?}: account {number}", notice.pages),
//!         None => println!("pages {:?}: {}", notice.pages, notice.account_number),
//!     }
//! }
//! ```
//!
//! [`read_file`] and [`read_bytes`] read in this process. [`Batch`] reads many documents in
//! parallel, on Unix in confined worker processes, so that a file which crashes its parser costs
//! one page and not the program.
//!
//! ```text
#![doc = include_str!("flow.txt")]
//! ```
//!
//! Nothing here opens a network connection, prints, or logs.

#![warn(clippy::print_stdout, clippy::print_stderr)]

mod front;
pub mod identifier;
pub mod model;
pub mod pipeline;
pub mod report;
pub mod review;

// Internals for the benches, the fuzz targets and the generator. They may change in any version.
#[doc(hidden)]
pub mod barcode;
#[doc(hidden)]
pub mod document;
#[doc(hidden)]
pub mod interpret;
#[doc(hidden)]
pub mod notice;
#[doc(hidden)]
pub mod ocr;
#[doc(hidden)]
pub mod preview;
#[doc(hidden)]
pub mod raster;
#[doc(hidden)]
pub mod recognizer;
#[doc(hidden)]
pub mod text;

pub use front::{Batch, read_bytes, read_file};
pub use identifier::{ANumber, IdentifierKind, OnlineAccountNumber, ReceiptNumber};
pub use model::config::Config;
pub use model::error::{DocumentError, SetupError};
pub use model::finding::Finding;
pub use model::record::{DocumentRecord, IdentifierRecord, NoticeRecord};
