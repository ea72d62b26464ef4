//! The loop of one session: wait, take everything that is there, change the model, draw once.

use std::io::Write;

use tokio::sync::mpsc;

use super::clipboard;
use super::frames::Limiter;
use super::surface::Surface;
use crate::app::{Effect, Event, Model, Reply, update};
use crate::runtime::Runtime;
use crate::runtime::clock::Clock;
use crate::view;

/// What ends a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The coach left.
    Left,
    /// A signal asked the process to end.
    Signal,
    /// The terminal is gone.
    Gone,
}

/// Why the loop woke up.
enum Woke {
    Event(Event),
    Reply(Reply),
    Frame,
    Over(End),
}

/// Runs a session until it ends. Everything handed over is saved before this returns.
pub async fn run<W, S>(
    model: &mut Model,
    mut runtime: Runtime,
    mut replies: mpsc::Receiver<Reply>,
    surface: &mut Surface<W>,
    mut inputs: mpsc::Receiver<Event>,
    stop: S,
    mut limiter: Limiter,
) -> End
where
    W: Write,
    S: Future<Output = ()>,
{
    let clock = Clock::start();
    let mut stop = std::pin::pin!(stop);
    // The library is read behind the first frame, which would wait for it on a small machine.
    let mut behind = Some([Effect::LoadShelf, Effect::ListJobs]);
    limiter.hurry();
    let end = loop {
        let wait = limiter.wait(clock.elapsed());
        if wait.is_some_and(|wait| wait.is_zero()) {
            if surface.frame(|frame| view::draw(model, frame)).is_err() {
                break End::Gone;
            }
            limiter.drawn(clock.elapsed());
            for effect in behind.take().into_iter().flatten() {
                runtime.carry_out(effect);
            }
        }
        let alarm = async {
            match limiter.wait(clock.elapsed()) {
                Some(wait) => tokio::time::sleep(wait).await,
                None => std::future::pending().await,
            }
        };
        // Keys before replies, so that typing is answered while a generation streams.
        let woke = tokio::select! {
            biased;
            () = &mut stop => Woke::Over(End::Signal),
            input = inputs.recv() => input.map_or(Woke::Over(End::Gone), Woke::Event),
            Some(reply) = replies.recv() => Woke::Reply(reply),
            () = alarm => Woke::Frame,
        };
        let mut left = false;
        match woke {
            Woke::Over(end) => break end,
            Woke::Frame => {}
            Woke::Event(event) => {
                left |= happen(model, event, &mut runtime, surface);
                // Whatever else was typed meanwhile is taken in before the next frame.
                while let Ok(event) = inputs.try_recv() {
                    left |= happen(model, event, &mut runtime, surface);
                }
                limiter.hurry();
            }
            Woke::Reply(reply) => {
                // An answer is shown at once; only a stream is slowed.
                let mut streams = matches!(reply, Reply::Progress(..));
                left |= happen(model, Event::Reply(reply), &mut runtime, surface);
                while let Ok(reply) = replies.try_recv() {
                    streams &= matches!(reply, Reply::Progress(..));
                    left |= happen(model, Event::Reply(reply), &mut runtime, surface);
                }
                if streams {
                    limiter.request();
                } else {
                    limiter.hurry();
                }
            }
        }
        if left {
            break End::Left;
        }
    };
    if end != End::Left {
        runtime.carry_out(Effect::Remember(Box::new(model.place())));
    }
    // Replies that are still on their way have nobody to go to.
    drop(replies);
    runtime.finish().await;
    end
}

/// Lets an event happen and its effects be carried out; whether the session is over.
fn happen<W: Write>(
    model: &mut Model,
    event: Event,
    runtime: &mut Runtime,
    surface: &mut Surface<W>,
) -> bool {
    if let Event::Resize(columns, lines) = event {
        surface.resize((columns, lines));
    }
    let mut left = false;
    for effect in update(model, event) {
        match effect {
            Effect::Redraw => surface.forget(),
            Effect::Leave => left = true,
            Effect::Copy(text) => {
                // a terminal that is gone is noticed at the next frame
                if let Some(bytes) = clipboard::sequence(&text) {
                    let _ = surface.send(&bytes);
                }
                runtime.carry_out(Effect::Copy(text));
            }
            effect => runtime.carry_out(effect),
        }
    }
    left
}
