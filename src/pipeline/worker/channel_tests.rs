use super::*;

#[test]
fn a_file_crosses() {
    let (parent, mut worker) = UnixStream::pair().unwrap();
    let file = File::open(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")).unwrap();
    send_file(&parent, &file).unwrap();
    let mut text = String::new();
    receive_file(&worker)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    assert!(text.contains("[package]"));
    worker.write_all(b"no file").unwrap();
    assert!(receive_file(&parent).is_err());
}

#[test]
fn silence_is_late() {
    let (parent, _worker) = UnixStream::pair().unwrap();
    let stop = Stop::default();
    let mut until = Until::new(&parent, Instant::now() + Duration::from_millis(20), &stop);
    assert_eq!(
        until.read(&mut [0]).unwrap_err().kind(),
        io::ErrorKind::TimedOut
    );
    assert_eq!(
        until.read(&mut [0]).unwrap_err().kind(),
        io::ErrorKind::TimedOut
    );
}

#[test]
fn who_waits_notices_that_it_is_to_stop() {
    let (parent, _worker) = UnixStream::pair().unwrap();
    let stop = Stop::default();
    let later = stop.clone();
    std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(50));
        later.ask();
    });
    let begun = Instant::now();
    let mut until = Until::new(&parent, begun + Duration::from_secs(60), &stop);
    assert_eq!(
        until.read(&mut [0]).unwrap_err().kind(),
        io::ErrorKind::ConnectionAborted
    );
    assert!(begun.elapsed() < Duration::from_secs(10));
}
