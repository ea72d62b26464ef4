//! `render`: a screen of the program as text, without a terminal: for documentation, for tests and
//! for looking at it over a pipe. Keys may be pressed before; nothing they do is stored.

use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use tokio::sync::mpsc::Receiver;

use crate::app::open::OpenUnit;
use crate::app::people::Onboarding;
use crate::app::{Command, Effect, Event, Key, Keymap, Model, Overlay, Reply, Start, update};
use crate::domain::Message;
use crate::language::columns;
use crate::runtime::{self, Runtime, Services, clock};
use crate::store::StoreError;
use crate::view;

use super::context::Context;
use super::database::Database;
use super::error::{CliError, Exit};
use super::keys::keymap;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(long, value_name = "COLUMNSxLINES", default_value = "80x24", value_parser = size)]
    size: Size,
    #[arg(long, value_name = "COMMAND")]
    screen: Option<String>,
    #[arg(long, value_name = "KEY")]
    keys: Vec<Key>,
}

/// Columns and lines.
#[derive(Debug, Clone, Copy)]
struct Size(u16, u16);

/// The largest screen, in columns and lines: beyond, nobody reads.
const LARGEST: u16 = 1000;

/// Longest wait for an answer, in seconds.
const PATIENCE: Duration = Duration::from_secs(20);

fn size(text: &str) -> Result<Size, String> {
    let wrong = || format!("write for example 80x24, each at most {LARGEST}");
    let (columns, lines) = text.split_once('x').ok_or_else(wrong)?;
    let number = |text: &str| text.parse().ok().filter(|number| (1..=LARGEST).contains(number));
    Ok(Size(number(columns).ok_or_else(wrong)?, number(lines).ok_or_else(wrong)?))
}

pub(super) fn run(arguments: &Arguments, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let keymap = Arc::new(keymap(context)?);
    let mut presses = Vec::new();
    if let Some(name) = &arguments.screen {
        presses.push(key_of(name, &keymap)?);
    }
    presses.extend(&arguments.keys);
    let database = Database::open(&context.settings)?;
    let stage = Stage { context, database: &database, keymap, size: arguments.size };
    let played = database.wait(stage.play(presses));
    let model = played.map_err(|error| CliError::failed(&error))?;
    database.close();
    let Size(columns, lines) = arguments.size;
    let mut frame = Buffer::empty(Rect::new(0, 0, columns, lines));
    view::draw(&model, &mut frame);
    for line in 0..lines {
        context.out.line(text(&frame, line).trim_end())?;
    }
    Ok(Exit::Ok)
}

/// The key that opens a screen, by the name of its command.
fn key_of(name: &str, keymap: &Keymap) -> Result<Key, CliError> {
    let key =
        Command::named(name).and_then(|command| keymap.keys_of(command).first()?.parse().ok());
    key.ok_or_else(|| CliError::Usage(Message::new("cli-no-screen").with("name", name)))
}

/// What a session is played on.
struct Stage<'a, 'c> {
    context: &'a Context<'c>,
    database: &'a Database,
    keymap: Arc<Keymap>,
    size: Size,
}

impl Stage<'_, '_> {
    /// A session as it stands once every key was pressed and everything asked was answered.
    async fn play(self, presses: Vec<Key>) -> Result<Model, StoreError> {
        let Self { context, database, keymap, size: Size(columns, lines) } = self;
        let (store, viewer) = (&database.store, &database.viewer);
        let mut desk = runtime::desk(store, viewer).await?;
        let services = Services::new(store.clone()).with_thresholds(context.thresholds());
        let (mut runtime, mut replies) = Runtime::new(services, viewer.clone());
        runtime.begin(&mut desk);
        let mut model = Model::new(Start {
            lang: context.settings.lang,
            theme: context.settings.theme,
            keymap,
            size: (columns, lines),
            today: clock::today(),
            seed: clock::seed(),
            trainee: desk.trainee,
            open: desk.fetched.map(|it| OpenUnit::new(it.unit, it.version, it.undo, it.redo)),
            line: desk.line,
            lang_chosen: desk.lang,
            onboarding: Onboarding { is_alone: desk.is_alone, ..Onboarding::default() },
        });
        for effect in [Effect::LoadShelf, Effect::ListJobs] {
            runtime.carry_out(effect);
        }
        settle(&mut model, &mut runtime, &mut replies).await;
        for key in presses {
            happen(&mut model, Event::Key(key), &mut runtime);
            settle(&mut model, &mut runtime, &mut replies).await;
        }
        drop(replies);
        runtime.finish().await;
        Ok(model)
    }
}

/// Takes replies in until nothing is asked any more.
async fn settle(model: &mut Model, runtime: &mut Runtime, replies: &mut Receiver<Reply>) {
    let open = |model: &Model| {
        model.shelf.is_none()
            || model.suggest.asked.is_some()
            || model.opening.is_some()
            || model.listing.is_some()
            || model.reading.is_some()
            || model.begun.is_some()
            || match model.overlays.last() {
                Some(Overlay::People(pane)) => pane.asked.is_some(),
                Some(Overlay::Person(form)) => form.asked.or(form.knowing).is_some(),
                _ => false,
            }
    };
    while open(model) {
        match tokio::time::timeout(PATIENCE, replies.recv()).await {
            Ok(Some(reply)) => happen(model, Event::Reply(reply), runtime),
            // what is not there by now is not drawn
            Ok(None) | Err(_) => return,
        }
    }
    while let Ok(reply) = replies.try_recv() {
        happen(model, Event::Reply(reply), runtime);
    }
}

/// Lets an event happen. Effects that would store something are not carried out.
fn happen(model: &mut Model, event: Event, runtime: &mut Runtime) {
    for effect in update(model, event) {
        match effect {
            Effect::Save(..)
            | Effect::Create(..)
            | Effect::KeepText(_)
            | Effect::KeepReview(..)
            | Effect::DropImport(_)
            | Effect::EndImport(_)
            | Effect::Place(..)
            | Effect::Archive(_)
            | Effect::AddExercise(_)
            | Effect::Forget(..)
            | Effect::Generate(..)
            | Effect::Resume(_)
            | Effect::Cancel(_)
            | Effect::Remember(_)
            | Effect::Redraw
            | Effect::Leave => {}
            Effect::People(effect) if !effect.only_looks() => {}
            effect => runtime.carry_out(effect),
        }
    }
}

/// One line of the frame; a wide sign stands for the empty cell behind it as well.
fn text(frame: &Buffer, line: u16) -> String {
    let mut text = String::new();
    let mut column = 0;
    while column < frame.area.width {
        let symbol = frame.cell((column, line)).map_or(" ", |cell| cell.symbol());
        text.push_str(symbol);
        column += u16::try_from(columns(symbol)).unwrap_or(1).max(1);
    }
    text
}
