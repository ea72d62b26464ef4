//! A server on a raw socket: each connection gets the next script, which says byte by byte what is
//! written, when it waits, and how it ends.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

/// What a script does next.
#[derive(Debug, Clone)]
pub(crate) enum Act {
    /// Writes bytes.
    Send(Vec<u8>),
    /// Keeps the connection open until the other side closes it.
    Hold,
    /// Closes with a reset instead of an end.
    Reset,
    /// Writes this again and again, this often.
    Flood(Vec<u8>, usize),
}

/// What is done with one connection.
pub(crate) type Script = Vec<Act>;

/// A request as it was received.
#[derive(Debug, Clone)]
pub(crate) struct Seen {
    /// Request line and headers.
    pub(crate) head: String,
    /// The body.
    pub(crate) body: String,
}

/// A running server.
pub(crate) struct Server {
    /// Where it listens.
    pub(crate) url: String,
    seen: Receiver<Seen>,
}

impl Server {
    /// Serves these scripts, one per request, the last one for every request after.
    pub(crate) fn start(scripts: Vec<Script>) -> Self {
        let rest = std::sync::Mutex::new((scripts.into_iter(), Script::new()));
        Self::answering(move |_| {
            let mut rest = rest.lock().unwrap();
            if let Some(next) = rest.0.next() {
                rest.1 = next;
            }
            rest.1.clone()
        })
    }

    /// Serves what a request asks for.
    pub(crate) fn answering(script: impl Fn(&Seen) -> Script + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let (tell, seen) = channel();
        thread::spawn(move || {
            let script = std::sync::Arc::new(script);
            for connection in listener.incoming() {
                let Ok(stream) = connection else { return };
                let (script, tell) = (script.clone(), tell.clone());
                thread::spawn(move || {
                    if let Some(request) = request(&stream) {
                        let acts = script(&request);
                        // a test that has its answer no longer listens
                        let _ = tell.send(request);
                        play(stream, acts);
                    }
                });
            }
        });
        Self { url, seen }
    }

    /// Every request so far.
    pub(crate) fn seen(&self) -> Vec<Seen> {
        self.seen.try_iter().collect()
    }
}

fn request(mut stream: &TcpStream) -> Option<Seen> {
    let mut bytes = Vec::new();
    let mut chunk = [0_u8; 4096];
    let head_end = loop {
        let count = stream.read(&mut chunk).ok().filter(|count| *count > 0)?;
        bytes.extend_from_slice(&chunk[..count]);
        if let Some(at) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break at + 4;
        }
    };
    let head = String::from_utf8_lossy(&bytes[..head_end]).into_owned();
    let length: usize = head
        .lines()
        .find_map(|line| {
            line.to_ascii_lowercase().strip_prefix("content-length:")?.trim().parse().ok()
        })
        .unwrap_or(0);
    while bytes.len() < head_end + length {
        let count = stream.read(&mut chunk).ok().filter(|count| *count > 0)?;
        bytes.extend_from_slice(&chunk[..count]);
    }
    Some(Seen { head, body: String::from_utf8_lossy(&bytes[head_end..]).into_owned() })
}

fn play(mut stream: TcpStream, script: Script) {
    for act in script {
        match act {
            Act::Send(bytes) => {
                if stream.write_all(&bytes).and_then(|()| stream.flush()).is_err() {
                    return;
                }
            }
            Act::Flood(bytes, times) => {
                for _ in 0..times {
                    if stream.write_all(&bytes).is_err() {
                        return;
                    }
                }
            }
            Act::Hold => {
                let mut rest = [0_u8; 1];
                // returns when the other side closes
                let _ = stream.read(&mut rest);
                return;
            }
            Act::Reset => {
                // an unread byte in the buffer turns the close into a reset
                let _ = stream.set_nonblocking(true);
                return;
            }
        }
    }
    let _ = stream.shutdown(Shutdown::Write);
    // read on until the other side is done: closing earlier could take back what was written
    let mut rest = [0_u8; 1024];
    while stream.read(&mut rest).is_ok_and(|count| count > 0) {}
}

/// The head of a stream that ends with the connection.
pub(crate) fn stream_head() -> Act {
    Act::Send(
        b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n".to_vec(),
    )
}

/// A whole response with a status, more headers, and a body.
pub(crate) fn response(status: &str, headers: &str, body: &str) -> Script {
    vec![Act::Send(
        format!(
            "HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\
             connection: close\r\n{headers}\r\n{body}",
            body.len()
        )
        .into_bytes(),
    )]
}

/// A stream of these events.
pub(crate) fn stream(events: &str) -> Script {
    vec![stream_head(), Act::Send(events.as_bytes().to_vec())]
}
