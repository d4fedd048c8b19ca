//! The socket between parent and worker, and how an opened file crosses it.

use std::fs::File;
use std::io::{self, IoSlice, IoSliceMut, Read, Write};
use std::mem::MaybeUninit;
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::time::{Duration, Instant};

use rustix::net::{
    RecvAncillaryBuffer, RecvAncillaryMessage, RecvFlags, SendAncillaryBuffer,
    SendAncillaryMessage, SendFlags, recvmsg, sendmsg,
};

use super::stop::{NOTICED_WITHIN, Stop};

/// Sends an opened file, along with one byte that carries it.
pub(super) fn send_file(to: &UnixStream, file: &File) -> io::Result<()> {
    let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(1))];
    let mut ancillary = SendAncillaryBuffer::new(&mut space);
    let files = [file.as_fd()];
    ancillary.push(SendAncillaryMessage::ScmRights(&files));
    let sent = sendmsg(
        to,
        &[IoSlice::new(b"f")],
        &mut ancillary,
        SendFlags::empty(),
    )?;
    if sent == 1 {
        Ok(())
    } else {
        Err(io::ErrorKind::WriteZero.into())
    }
}

/// Receives an opened file.
pub(super) fn receive_file(from: &UnixStream) -> io::Result<File> {
    let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(1))];
    let mut ancillary = RecvAncillaryBuffer::new(&mut space);
    let mut byte = [0];
    recvmsg(
        from,
        &mut [IoSliceMut::new(&mut byte)],
        &mut ancillary,
        RecvFlags::empty(),
    )?;
    for message in ancillary.drain() {
        if let RecvAncillaryMessage::ScmRights(mut files) = message
            && let Some(file) = files.next()
        {
            return Ok(File::from(file));
        }
    }
    Err(io::ErrorKind::UnexpectedEof.into())
}

/// The parent's end, until a point in time; what comes later is [`io::ErrorKind::TimedOut`], and
/// whoever is told to stop meanwhile gets [`io::ErrorKind::ConnectionAborted`].
pub(super) struct Until<'a> {
    stream: &'a UnixStream,
    end: Instant,
    stop: &'a Stop,
}

impl<'a> Until<'a> {
    /// Reads and writes until `end`, or until it is told to stop.
    pub(super) fn new(stream: &'a UnixStream, end: Instant, stop: &'a Stop) -> Self {
        Self { stream, end, stop }
    }

    /// How long to wait before looking at the clock and at the flag again.
    fn left(&self) -> io::Result<Duration> {
        if self.stop.is_asked() {
            return Err(io::ErrorKind::ConnectionAborted.into());
        }
        let left = self.end.saturating_duration_since(Instant::now());
        if left.is_zero() {
            Err(io::ErrorKind::TimedOut.into())
        } else {
            Ok(left.min(NOTICED_WITHIN))
        }
    }
}

impl Read for Until<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            self.stream.set_read_timeout(Some(self.left()?))?;
            match self.stream.read(buffer) {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                read => return read,
            }
        }
    }
}

impl Write for Until<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        loop {
            self.stream.set_write_timeout(Some(self.left()?))?;
            match self.stream.write(bytes) {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                written => return written,
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
#[path = "channel_tests.rs"]
mod tests;
