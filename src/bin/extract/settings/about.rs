//! What a workbook says of the run that wrote it: version, time, settings.

use std::time::SystemTime;

use crate::cli::RunArgs;

/// Names and values, without passwords.
pub(super) fn run(args: &RunArgs) -> Vec<(String, String)> {
    let paths: Vec<String> = args
        .paths
        .iter()
        .map(|path| path.to_string_lossy().into_owned())
        .collect();
    let mut masked = paths.join("; ");
    if args.mask {
        i797::model::mask::any_text(&mut masked);
    }
    let yes = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
    let possible = |value: String| value.to_lowercase();
    let all = [
        ("Program", format!("extract {}", env!("CARGO_PKG_VERSION"))),
        ("Written", written().unwrap_or_default()),
        ("Read from", masked),
        ("OCR", possible(format!("{:?}", args.ocr))),
        ("OCR engine", possible(format!("{:?}", args.engine))),
        ("Numbers and names masked", yes(args.mask)),
    ];
    all.map(|(name, value)| (name.to_owned(), value)).to_vec()
}

/// The time in UTC, or the one that `SOURCE_DATE_EPOCH` asks for.
fn written() -> Option<String> {
    let fixed = std::env::var("SOURCE_DATE_EPOCH").ok();
    let now = || {
        SystemTime::now()
            .duration_since(SystemTime::UNIX_EPOCH)
            .ok()
    };
    let seconds = match fixed {
        Some(seconds) => seconds.parse().ok()?,
        None => i64::try_from(now()?.as_secs()).ok()?,
    };
    let minutes = seconds.div_euclid(60) * 60;
    let time = jiff::Timestamp::from_second(minutes).ok()?;
    Some(time.strftime("%Y-%m-%d %H:%M UTC").to_string())
}
