//! What can only be seen where nothing else runs in the process, and from a `main` of its own: a
//! program that forgot to serve, a pool that is used from threads that come and go, and a worker
//! that was taken over by the file it reads.

// The double of a worker that was taken over calls the kernel as an attacker would.
#![allow(unsafe_code)]

#[cfg(not(unix))]
fn main() {}

#[cfg(unix)]
fn main() {
    unix::main();
}

#[cfg(unix)]
mod unix {
    use std::fs::File;
    use std::ops::ControlFlow;
    use std::path::{Path, PathBuf};
    use std::process::Command;
    use std::time::{Duration, Instant};

    use i797::model::config::Config;
    use i797::model::record::Outcome;
    use i797::pipeline::batch::{Silent, run_isolated};
    use i797::pipeline::input;
    use i797::pipeline::worker::{Launch, Pool, Stop};

    /// As [`Launch::program`] starts a worker.
    const WORKER: &str = "--i797-worker";

    pub(crate) fn main() {
        let arguments: Vec<String> = std::env::args().skip(1).collect();
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        match arguments[..] {
            // Started as a worker, a program that forgot to serve goes on with its own work.
            [WORKER] => std::process::exit(i32::from(forgets_to_serve().is_err())),
            #[cfg(target_os = "linux")]
            [WORKER, "taken over"] => super::takeover::serve(),
            #[cfg(target_os = "linux")]
            ["taken over"] => super::takeover::attack(),
            _ => {
                a_program_that_does_not_serve_is_told();
                a_pool_keeps_its_workers_when_threads_end();
                #[cfg(target_os = "linux")]
                a_worker_that_was_taken_over_gets_nowhere();
            }
        }
    }

    fn notice() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/notices/grid-found.pdf")
    }

    /// The work of a program that calls `run_isolated` and never `serve_if_asked`.
    fn forgets_to_serve() -> Result<(), String> {
        let launch = Launch::this_program().map_err(|error| error.to_string())?;
        let sink = &mut |_| ControlFlow::Continue(());
        let inputs = input::discover(&[notice()]);
        run_isolated(inputs, &Config::default(), launch, &Silent, sink)
            .map(|_| ())
            .map_err(|error| error.to_string())
    }

    fn a_program_that_does_not_serve_is_told() {
        let begun = Instant::now();
        let error = forgets_to_serve().expect_err("no worker answers");
        assert!(
            error.contains("serve_if_asked() first thing in main"),
            "{error}"
        );
        // At once, and not after the time that a worker has to begin.
        assert!(
            begun.elapsed() < Duration::from_secs(15),
            "{:?}",
            begun.elapsed()
        );
        println!("a_program_that_does_not_serve_is_told: ok");
    }

    /// The processes that this one started.
    fn children() -> Vec<String> {
        let parent = std::process::id().to_string();
        let listed = Command::new("pgrep")
            .args(["-P", &parent, "extract"])
            .output()
            .expect("pgrep is there");
        let text = String::from_utf8_lossy(&listed.stdout);
        text.lines().map(str::to_owned).collect()
    }

    fn a_pool_keeps_its_workers_when_threads_end() {
        let launch = Launch::program(env!("CARGO_BIN_EXE_extract"));
        let pool = Pool::new(launch, &Config::default());
        let read = || {
            let file = File::open(notice()).expect("the fixture is there");
            let records = pool.read_documents(&notice(), &file, &Stop::default(), &|| ());
            assert_eq!(records[0].outcome, Outcome::Read, "{records:?}");
        };
        let mut seen = Vec::new();
        for _ in 0..5 {
            std::thread::scope(|scope| {
                scope.spawn(read);
            });
            // A worker that is told to die with its thread takes a moment.
            std::thread::sleep(Duration::from_millis(100));
            seen.push(children());
        }
        assert!(!seen[0].is_empty());
        assert!(seen.iter().all(|workers| *workers == seen[0]), "{seen:?}");
        println!("a_pool_keeps_its_workers_when_threads_end: ok");
    }

    #[cfg(target_os = "linux")]
    fn a_worker_that_was_taken_over_gets_nowhere() {
        use super::takeover::SUCCEEDED;
        let program = std::env::current_exe().expect("this runs from a file");
        // Unconfined, the attack does succeed: the test would see it.
        let free = Command::new(&program).arg("taken over").status();
        let free = free.expect("this can be started again");
        assert_eq!(free.code(), Some(SUCCEEDED), "the attack is worth nothing");
        // A worker in which it succeeds ends with that code before it is ready.
        let launch = Launch::command(program, [WORKER, "taken over"]);
        let pool = Pool::new(launch, &Config::default());
        pool.check().expect("the attack comes to nothing");
        let (_, threads) = pool.probe().expect("the worker goes on");
        let (confined, all) = threads.expect("Linux tells");
        assert!(
            confined == all && all > 1,
            "{confined} of {all} threads are confined"
        );
        println!("a_worker_that_was_taken_over_gets_nowhere: ok");
    }
}

/// Code that runs in the reading thread, as it would after a parser was exploited, and makes the
/// main thread act for it.
#[cfg(target_os = "linux")]
mod takeover {
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::time::Duration;

    use i797::model::config::EngineChoice;
    use i797::pipeline::batch::EnginePool;

    /// The exit status of a process in which the main thread did what it must not do.
    pub(crate) const SUCCEEDED: i32 = 77;

    static DONE: AtomicBool = AtomicBool::new(false);

    /// A worker that is taken over as soon as it is confined.
    pub(crate) fn serve() {
        i797::pipeline::worker::serve_with(|choice: EngineChoice| {
            tries();
            EnginePool::without_tesseract(choice)
        });
    }

    /// The same attack without confinement.
    pub(crate) fn attack() {
        let reader = std::thread::spawn(tries);
        reader.join().expect("the attack does not panic");
    }

    /// Points every signal that may be handled to code of its own, and sends it to the main thread.
    fn tries() {
        let handler: extern "C" fn(libc::c_int) = acts;
        let process = std::process::id().cast_signed();
        for signal in [libc::SIGUSR1, libc::SIGBUS, libc::SIGSEGV, libc::SIGABRT] {
            // SAFETY: the handler makes only system calls and stores to an atomic.
            let set = unsafe { libc::signal(signal, handler as libc::sighandler_t) };
            if set == libc::SIG_ERR && signal == libc::SIGABRT {
                // Sent all the same, it would only end this process.
                continue;
            }
            // SAFETY: the main thread has the number of the process and is alive.
            unsafe { libc::syscall(libc::SYS_tgkill, process, process, signal) };
            std::thread::sleep(Duration::from_millis(50));
        }
        if DONE.load(Ordering::SeqCst) {
            std::process::exit(SUCCEEDED);
        }
    }

    /// Runs on the main thread: opens a file that it was not given, a socket, and starts a process.
    extern "C" fn acts(_: libc::c_int) {
        // SAFETY: system calls with constant arguments, all of which a signal handler may make.
        let (file, socket) = unsafe {
            let path = c"/etc/passwd".as_ptr();
            let file = libc::open(path, libc::O_RDONLY | libc::O_CLOEXEC);
            (file, libc::socket(libc::AF_INET, libc::SOCK_STREAM, 0))
        };
        if file >= 0 || socket >= 0 {
            DONE.store(true, Ordering::SeqCst);
        }
    }
}
