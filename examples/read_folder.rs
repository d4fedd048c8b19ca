//! Reads a folder with the library and prints, for each notice, the account number or what became
//! of it.
//!
//! `cargo run --release --example read_folder -- fixtures/notices`

use std::ops::ControlFlow;
use std::path::PathBuf;

use i797::identifier::IdentifierKind;
use i797::model::config::Config;
use i797::model::owner::Owner;
use i797::model::record::DocumentRecord;
use i797::model::verdict::Verdict;
use i797::pipeline::batch::{self, Silent};
use i797::pipeline::input;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let paths: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let mut print = |record: DocumentRecord| {
        if let Some(error) = &record.error {
            println!("{}: {} ({})", record.path, error.message, error.advice);
        }
        for notice in &record.notices {
            let accounts = notice.identifiers.iter().filter(|i| {
                i.kind == IdentifierKind::OnlineAccountNumber
                    && i.verdict == Verdict::Accepted
                    && i.owner != Owner::Representative
            });
            let accounts: Vec<&str> = accounts.map(|i| i.value.as_str()).collect();
            let form = notice.form.as_deref().unwrap_or("no form");
            println!(
                "{}: {form}: {:?} {}",
                record.path,
                notice.account_number,
                accounts.join(", ")
            );
        }
        ControlFlow::Continue(())
    };
    let summary = batch::run(
        input::discover(&paths),
        &Config::default(),
        &Silent,
        &mut print,
    )?;
    for finding in &summary.findings {
        println!(
            "{} ({})",
            i797::report::message(finding),
            finding.documents.join(", ")
        );
    }
    Ok(())
}
