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
    reason = "a test ends where something is wrong, and says so"
)]

use std::io::{BufRead, BufReader, Write, stdout};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use planwright::domain::{
    AthleteProfile, Bilingual, Club, ClubId, Coach, CoachId, IdSource, Item, ItemId, JobId, Owner,
    Place, PlanEdit, Profile, Program, ProgramId, Provenance, Section, SectionId, SectionKind,
    Unit, UnitId, Viewer, Visibility, Week, WeekPhase,
};
use planwright::store::{
    Change, JobRequest, JobState, Journal, Opened, Store, StoreError, Stored, WeekExists,
    WeekProgress,
};

const DATABASE: &str = "PLANWRIGHT_CRASH_DB";
const ROUND: &str = "PLANWRIGHT_CRASH_ROUND";
const WEEKS: u16 = 12;
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
    let rounds: u32 = setting("PLANWRIGHT_CRASH_ROUNDS").map_or(10, |text| text.parse().unwrap());
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("plan.db");
    prepare(&path).await;
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let mut total = 0;
    for round in 0..rounds {
        let confirmed = kill_at_random(&path, round, &mut dice);
        total += confirmed.lines;
        // nothing was closed properly: the next opening finds what the kill left
        let Opened { store, .. } = Store::open(&path).unwrap();
        store.check().await.unwrap();
        unit_is_as_confirmed(&store, &confirmed, round).await;
        program_can_be_resumed(&store, &confirmed, round).await;
        if round % 2 == 0 {
            store.close().await;
        }
    }
    assert!(total > rounds as usize, "the victims confirmed next to nothing: {total}");
    println!("{rounds} kills, {total} confirmed changes, none lost");
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

/// Confirmed weeks are there, whole; the job can be taken over and completed.
async fn program_can_be_resumed(store: &Store, confirmed: &Confirmed, round: u32) {
    let ann = viewer();
    let id = program_id(round);
    let before = match store.program(&ann, &id).await {
        Ok(program) => program,
        Err(StoreError::NotFound { .. }) if confirmed.weeks.is_empty() => return,
        Err(error) => panic!("round {round}: {error}"),
    };
    let there: Vec<u16> = before.weeks.iter().map(|week| week.index).collect();
    assert!(confirmed.weeks.iter().all(|week| there.contains(week)), "round {round}");
    for week in &before.weeks {
        assert_eq!(week, &a_week(round, week.index), "round {round}");
    }
    let job = job_id(round);
    let Ok(known) = store.job(&ann, &job).await else { return };
    if known.state == JobState::Done {
        assert!(before.missing_weeks().is_empty());
        return;
    }
    // the dead runner's lease ran out
    let later = Timestamp::UNIX_EPOCH.checked_add(LEASE * 2).unwrap();
    let claim = store.claim_job(&ann, &job, "second", later, LEASE).await.unwrap();
    for index in before.missing_weeks() {
        let week = a_week(round, index);
        store.save_week(&ann, &id, &week, WeekExists::Keep).await.unwrap();
    }
    store.finish_program(&ann, &id).await.unwrap();
    store.end_job(&ann, &claim, JobState::Done).await.unwrap();
    let whole = store.program(&ann, &id).await.unwrap();
    assert!(whole.missing_weeks().is_empty());
    assert_eq!(whole.units().count(), usize::from(WEEKS) * 2);
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

    let program = a_program(round);
    store.start_program(&ann, &program).await.unwrap();
    let request = JobRequest {
        id: job_id(round),
        program: Some(program.id.clone()),
        request: "{}".to_owned(),
        seed: u64::from(round),
        weeks: WEEKS,
    };
    store.add_job(&ann, &request).await.unwrap();
    let epoch = Timestamp::UNIX_EPOCH;
    let claim = store.claim_job(&ann, &request.id, "first", epoch, LEASE).await.unwrap();
    let mut dice = Dice(u64::from(round) + 1);
    let mut ids = IdSource::new(u64::from(round));
    let mut next_week = 1;
    loop {
        work(&store, &ann, &mut open, &mut dice, &mut ids).await;
        if next_week <= WEEKS && dice.below(4) == 0 {
            let week = a_week(round, next_week);
            store.save_week(&ann, &program.id, &week, WeekExists::Keep).await.unwrap();
            confirm(&format!("week {next_week}"));
            let progress = WeekProgress { week: next_week, state: JobState::Done, took_ms: 1 };
            store.report_job(&ann, &claim, 50, Some(progress), epoch).await.unwrap();
            if next_week == WEEKS {
                store.finish_program(&ann, &program.id).await.unwrap();
                store.end_job(&ann, &claim, JobState::Done).await.unwrap();
            }
            next_week += 1;
        }
    }
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

fn a_program(round: u32) -> Program {
    Program {
        id: program_id(round),
        title: format!("round {round}"),
        owner: Owner::Nobody,
        profile: Profile::Athlete(AthleteProfile { weeks: WEEKS, ..AthleteProfile::default() }),
        framework: None,
        start: None,
        mesocycles: Vec::new(),
        weeks: Vec::new(),
        notes: Vec::new(),
        provenance: Provenance::default(),
    }
}

fn a_week(round: u32, index: u16) -> Week {
    let units = [1, 4].map(|day| {
        let id = format!("p{round}-w{index}-d{day}");
        let mut unit = Unit::new(UnitId::new(id.as_str()), id.as_str(), Owner::Nobody);
        unit.place = Some(Place { program: program_id(round), week: index, day });
        let mut section = Section::new(SectionId::new("main"), SectionKind::Main);
        section.items = (0..8)
            .map(|n| Item::new(ItemId::new(format!("i{n}")), None, Bilingual::same("squat")))
            .collect();
        unit.sections.push(section);
        unit
    });
    Week { index, phase: WeekPhase::Build, intent: Vec::new(), units: units.into() }
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

fn program_id(round: u32) -> ProgramId {
    ProgramId::new(format!("p{round}"))
}

fn job_id(round: u32) -> JobId {
    JobId::new(format!("j{round}"))
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
