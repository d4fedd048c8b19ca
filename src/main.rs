//! Stand-in.
use i797::*;
fn main() {
    let paths: Vec<std::path::PathBuf> = std::env::args_os().skip(1).map(Into::into).collect();
    let config = config::Config { explain: std::env::var_os("EXPLAIN").is_some(), ..Default::default() };
    batch::run(input::discover(&paths), &config, &batch::Silent, &mut |r| { println!("{}", serde_json::to_string(&r).unwrap()); std::ops::ControlFlow::Continue(()) }).unwrap();
}
