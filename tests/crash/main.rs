//! Kill −9 at random moments of editing and generating: nothing that was confirmed is lost, the
//! database is sound, journal and document agree, and what broke off can be resumed.
//!
//! The test starts its own binary again as the victim, which works on one unit and one program
//! and prints a line for each thing the store confirmed. `PLANWRIGHT_CRASH_ROUNDS` sets how often
//! it is killed (10 unless said otherwise).

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test ends where something is wrong, and says so"
)]

mod first_start;
#[path = "../pty/mod.rs"]
mod pty;
mod screens;

use std::io::{BufRead, BufReader, Write, stdout};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use futures_util::StreamExt;
use jiff::{SignedDuration, Timestamp};
use planwright::domain::{
    AthleteProfile, Bilingual, Club, ClubId, Coach, CoachId, IdSource, Item, ItemId, JobId, Owner,
    PlanEdit, Profile, Program, Section, SectionId, SectionKind, Unit, UnitId, Viewer, Visibility,
};
use planwright::generation::{Builtin, Engine, ProgressEvent, Request, Target};
use planwright::library::{Library, builtin};
use planwright::store::{
    Change, Claim, JobRequest, JobState, Journal, Opened, ProgramState, Store, Stored, WeekExists,
    WeekProgress,
};

const DATABASE: &str = "PLANWRIGHT_CRASH_DB";
const ROUND: &str = "PLANWRIGHT_CRASH_ROUND";
const WEEKS: u16 = 4;
const LEASE: SignedDuration = SignedDuration::from_secs(30);

/// Things the victim confirmed, as it printed them.
#[derive(Debug, Default)]
struct Confirmed {
    /// Version of the unit and its items after the last change.
    unit: Option<(u32, String)>,
    /// Weeks of this round's program.
    weeks: Vec<u16>,
    /// How many lines there were.
    lines: usize,
}

#[tokio::test]
async fn nothing_confirmed_is_lost() {
    let rounds = rounds();
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("plan.db");
    prepare(&path).await;
    let engine = Builtin::new(library());
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let (mut total, mut weeks) = (0, 0);
    for round in 0..rounds {
        let confirmed = kill_at_random(&path, round, &mut dice);
        total += confirmed.lines;
        weeks += confirmed.weeks.len();
        // nothing was closed properly: the next opening finds what the kill left
        let Opened { store, .. } = Store::open(&path).unwrap();
        store.check().await.unwrap();
        unit_is_as_confirmed(&store, &confirmed, round).await;
        program_can_be_resumed(&store, &engine, &confirmed, round).await;
        if round % 2 == 0 {
            store.close().await;
        }
    }
    assert!(total > rounds as usize, "the victims confirmed next to nothing: {total}");
    assert!(rounds < 10 || weeks > 0, "no victim came as far as a week");
    println!("{rounds} kills, {total} confirmed changes with {weeks} weeks, none lost");
}

/// Starts the victim and kills it after a random number of confirmed changes and a random moment.
fn kill_at_random(path: &Path, round: u32, dice: &mut Dice) -> Confirmed {
    let mut victim = Command::new(std::env::current_exe().unwrap())
        .args(["the_victim", "--exact", "--ignored", "--nocapture"])
        .env(DATABASE, path)
        .env(ROUND, round.to_string())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(victim.stdout.take().unwrap()).lines().map(Result::unwrap);
    let mut confirmed = Confirmed::default();
    let enough = dice.below(60) as usize;
    while confirmed.lines < enough {
        let line = lines.next().expect("the victim works until it is killed");
        confirmed.note(&line);
    }
    // not a wait for something: the moment of the kill is what is tested
    thread::sleep(Duration::from_micros(dice.below(4000)));
    victim.kill().unwrap();
    victim.wait().unwrap();
    // what was printed before the kill was confirmed too; the last line may be cut
    lines.for_each(|line| confirmed.note(&line));
    confirmed
}

impl Confirmed {
    fn note(&mut self, line: &str) {
        // lines that ended with their full stop were printed whole
        let Some(line) = line.strip_suffix('.') else { return };
        let mut words = line.split(' ');
        match (words.next(), words.next(), words.next()) {
            (Some("unit"), Some(version), items) => {
                let items = items.unwrap_or_default().to_owned();
                self.unit = Some((version.parse().unwrap(), items));
            }
            (Some("week"), Some(week), None) => self.weeks.push(week.parse().unwrap()),
            _ => return,
        }
        self.lines += 1;
    }
}

/// The unit is where the last confirmed change left it, or one unconfirmed change further, and
/// taking every step of the journal back leads to the empty unit.
async fn unit_is_as_confirmed(store: &Store, confirmed: &Confirmed, round: u32) {
    let Some((version, items)) = &confirmed.unit else { return };
    let ann = viewer();
    let stored = store.unit(&ann, &unit_id(round)).await.unwrap();
    assert!(
        stored.version == *version || stored.version == version + 1,
        "round {round}: confirmed {version}, found {}",
        stored.version
    );
    if stored.version == *version {
        assert_eq!(labels(&stored.document), *items, "round {round}");
    }
    let Journal { undo, redo } = store.history(&ann, &unit_id(round)).await.unwrap();
    let mut unit = stored.document.clone();
    for step in undo.iter().rev() {
        step.inverse.clone().apply(&mut unit).unwrap();
    }
    assert_eq!(labels(&unit), "", "round {round}");
    let mut unit = stored.document;
    for step in redo.iter().rev() {
        step.edit.clone().apply(&mut unit).unwrap();
    }
}

/// Confirmed weeks are there, whole; the job can be taken over and completed, and the program is
/// then the one that would have come without the kill.
async fn program_can_be_resumed(
    store: &Store,
    engine: &Builtin,
    confirmed: &Confirmed,
    round: u32,
) {
    let ann = viewer();
    let Ok(job) = store.job(&ann, &job_id(round)).await else {
        assert!(confirmed.weeks.is_empty(), "round {round}: weeks without a job");
        return;
    };
    let id = job.request.program.unwrap();
    let before = store.program(&ann, &id).await.unwrap();
    let there: Vec<u16> = before.weeks.iter().map(|week| week.index).collect();
    assert!(confirmed.weeks.iter().all(|week| there.contains(week)), "round {round}: {there:?}");

    let request: Request = serde_json::from_str(&job.request.request).unwrap();
    if job.state != JobState::Done {
        // the dead runner's lease ran out
        let later = Timestamp::UNIX_EPOCH.checked_add(LEASE * 2).unwrap();
        let claim = store.claim_job(&ann, &job_id(round), "second", later, LEASE).await.unwrap();
        let mut events = engine.run(request.clone(), before.weeks);
        while let Some(event) = events.next().await {
            save(store, &ann, &claim, &event).await;
        }
    }
    let mut uninterrupted = engine.run(request, Vec::new());
    let mut whole = None;
    while let Some(event) = uninterrupted.next().await {
        if let ProgressEvent::Finished { program } = event {
            whole = Some(*program);
        }
    }
    assert_eq!(Some(store.program(&ann, &id).await.unwrap()), whole, "round {round}");
    assert_eq!(store.program_state(&ann, &id).await.unwrap(), ProgramState::Finished);
}

/// Saves what an engine tells, and gives the week that is now safe.
async fn save(store: &Store, ann: &Viewer, claim: &Claim, event: &ProgressEvent) -> Option<u16> {
    let now = Timestamp::UNIX_EPOCH;
    match event {
        ProgressEvent::WeekReady { week } => {
            let program = store.job(ann, &claim.job).await.unwrap().request.program.unwrap();
            store.save_week(ann, &program, week, WeekExists::Keep).await.unwrap();
            let progress = WeekProgress { week: week.index, state: JobState::Done, took_ms: 1 };
            store.report_job(ann, claim, 50, Some(progress), now).await.unwrap();
            Some(week.index)
        }
        ProgressEvent::Finished { program } => {
            store.start_program(ann, program).await.unwrap();
            store.finish_program(ann, &program.id).await.unwrap();
            store.end_job(ann, claim, JobState::Done).await.unwrap();
            None
        }
        _ => None,
    }
}

/// Works until it is killed. Started by the test above; asked for by hand it has nothing to do.
#[tokio::test]
#[ignore = "the victim that the other test kills"]
async fn the_victim() {
    let (Some(path), Some(round)) = (setting(DATABASE), setting(ROUND)) else { return };
    let round: u32 = round.parse().unwrap();
    let Opened { store, .. } = Store::open(Path::new(&path)).unwrap();
    let ann = viewer();
    let mut unit = Unit::new(unit_id(round), format!("round {round}"), Owner::Nobody);
    unit.visibility = Visibility::Club;
    unit.sections.push(Section::new(SectionId::new("main"), SectionKind::Main));
    let version = store.add_unit(&ann, &unit).await.unwrap();
    let mut open = Stored { document: unit, version };
    confirm(&format!("unit {version} "));

    let mut dice = Dice(u64::from(round) + 1);
    let mut ids = IdSource::new(u64::from(round));
    let mut events = Builtin::new(library()).run(request(round), Vec::new()).fuse();
    let mut claim = None;
    loop {
        work(&store, &ann, &mut open, &mut dice, &mut ids).await;
        if dice.below(4) > 0 {
            continue;
        }
        match (events.next().await, &claim) {
            (Some(ProgressEvent::Outlined { program }), _) => {
                claim = Some(begin(&store, &ann, round, &program).await);
            }
            (Some(event), Some(claim)) => {
                if let Some(week) = save(&store, &ann, claim, &event).await {
                    confirm(&format!("week {week}"));
                }
            }
            _ => {}
        }
    }
}

/// Puts the program's head and the job into the store and takes the job.
async fn begin(store: &Store, ann: &Viewer, round: u32, program: &Program) -> Claim {
    store.start_program(ann, program).await.unwrap();
    let job = JobRequest {
        id: job_id(round),
        program: Some(program.id.clone()),
        request: serde_json::to_string(&request(round)).unwrap(),
        seed: u64::from(round),
        weeks: WEEKS,
    };
    store.add_job(ann, &job).await.unwrap();
    store.claim_job(ann, &job.id, "first", Timestamp::UNIX_EPOCH, LEASE).await.unwrap()
}

/// One change: mostly an insert, sometimes a removal, an undo or a redo.
async fn work(
    store: &Store,
    ann: &Viewer,
    open: &mut Stored<Unit>,
    dice: &mut Dice,
    ids: &mut IdSource,
) {
    let Journal { undo, redo } = store.history(ann, &open.document.id).await.unwrap();
    let items: Vec<ItemId> = open.document.items().map(|(_, item)| item.id.clone()).collect();
    let roll = dice.below(10);
    let recorded = if roll < 2 && !undo.is_empty() {
        let step = undo.last().unwrap();
        let back = step.inverse.clone().apply(&mut open.document).unwrap();
        store.undo(ann, step.id, change(open, &step.inverse, &back)).await
    } else if roll < 3 && !redo.is_empty() {
        let step = redo.last().unwrap();
        let back = step.edit.clone().apply(&mut open.document).unwrap();
        store.redo(ann, step.id, change(open, &step.edit, &back)).await
    } else {
        let at = dice.below(items.len() as u64 + 1) as usize;
        let edit = match items.get(at) {
            Some(item) if items.len() > 12 || roll == 9 => {
                PlanEdit::RemoveItem { item: item.clone() }
            }
            _ => {
                let id = ids.item();
                let item = Item::new(id.clone(), None, Bilingual::same(id.as_str()));
                PlanEdit::InsertItem { section: SectionId::new("main"), at, item: Box::new(item) }
            }
        };
        let back = edit.clone().apply(&mut open.document).unwrap();
        store.record(ann, change(open, &edit, &back)).await
    };
    open.version = recorded.unwrap().version;
    confirm(&format!("unit {} {}", open.version, labels(&open.document)));
}

const fn change<'a>(
    open: &'a Stored<Unit>,
    edit: &'a PlanEdit,
    inverse: &'a PlanEdit,
) -> Change<'a> {
    Change { unit_after: &open.document, edit, inverse, base_version: open.version }
}

/// Tells the parent, at once and in one piece.
fn confirm(line: &str) {
    let mut out = stdout().lock();
    out.write_all(format!("{line}.\n").as_bytes()).unwrap();
    out.flush().unwrap();
}

async fn prepare(path: &Path) {
    let Opened { store, .. } = Store::open(path).unwrap();
    let Viewer { coach, club } = viewer();
    store.put_club(&Club { id: club.clone(), name: "Red".to_owned() }).await.unwrap();
    let coach = Coach { id: coach, club, name: "Ann".to_owned(), lang: None };
    store.add_coach(&coach).await.unwrap();
    store.close().await;
}

fn request(round: u32) -> Request {
    let profile = Profile::Athlete(AthleteProfile { weeks: WEEKS, ..AthleteProfile::default() });
    Request { seed: u64::from(round), ..Request::new(Target::Program, profile, Owner::Nobody) }
}

fn library() -> Arc<Library> {
    Arc::new(Library::from_data(builtin().unwrap()).unwrap())
}

fn labels(unit: &Unit) -> String {
    let labels: Vec<&str> = unit.items().map(|(_, item)| item.label.en.as_str()).collect();
    labels.join(",")
}

fn viewer() -> Viewer {
    Viewer { coach: CoachId::new("ann"), club: ClubId::new("red") }
}

fn unit_id(round: u32) -> UnitId {
    UnitId::new(format!("u{round}"))
}

fn job_id(round: u32) -> JobId {
    JobId::new(format!("j{round}"))
}

/// How often the tests kill.
fn rounds() -> u32 {
    setting("PLANWRIGHT_CRASH_ROUNDS").map_or(10, |text| text.parse().unwrap())
}

#[expect(clippy::disallowed_methods, reason = "a test's own settings, not the program's")]
fn setting(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// Numbers that look random and are the same in every run (xorshift64*).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) % end
    }
}
