//! A session whose screens are the same whatever the built-in library holds and however it is
//! ranked: eight exercises, fixed suggestions, a fixed draft.

use std::sync::{Arc, OnceLock};

use jiff::civil::date;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::tests::script::Session;
use crate::app::{Event, Reply, Shelf};
use crate::domain::{
    AthleteProfile, Bilingual, Edge, Exercise, ExerciseId, GroupId, IdSource, Item, Lang, Message,
    Owner, Profile, Program, ProgressionGraph, Provenance, Section, SectionKind, Unit, Week,
    WeekPhase,
};
use crate::import::{Draft, DraftSection, Fields, Mark, Row, SourceFormat, Verdict};
use crate::library::{Library, builtin};
use crate::matching::{Band, Candidate};
use crate::notation;
use crate::retrieval::{Hit, Intent, Parts, RetrievalIndex, Source};

/// The eight exercises, one progression between two of them.
pub(super) fn shelf() -> Arc<Shelf> {
    static SHELF: OnceLock<Arc<Shelf>> = OnceLock::new();
    SHELF
        .get_or_init(|| {
            let exercises: Vec<Exercise> =
                serde_json::from_str(include_str!("library.json")).unwrap();
            let graph = ProgressionGraph {
                id: "falling_school".into(),
                name: Bilingual::new("Falling school", "Fallschule"),
                focus: None,
                edges: vec![Edge {
                    from: "fall_back_squat".into(),
                    to: "fall_back_stand".into(),
                    harder: Bilingual::new("lowering from the stand", "Absenken aus dem Stand"),
                }],
            };
            let catalogues = builtin().unwrap().catalogues;
            let library = Arc::new(Library::new(exercises, vec![graph], catalogues).unwrap());
            let index = Arc::new(RetrievalIndex::new(library.clone()));
            Arc::new(Shelf { library, index })
        })
        .clone()
}

/// Kind, minutes, and exercises with their doses.
type Planned = (SectionKind, u16, &'static [(&'static str, &'static str)]);

/// A half-planned judo unit.
fn unit() -> Unit {
    let mut ids = IdSource::new(7);
    let title = "Grip and off-balancing";
    let mut unit = Unit::new(ids.unit(), title, Owner::Group(GroupId::from("judo")));
    unit.minutes = Some(75);
    unit.date = Some(date(2026, 11, 20));
    let plan: [Planned; 5] = [
        (SectionKind::Opening, 5, &[("bow_in", "2 min")]),
        (SectionKind::Warmup, 10, &[("tag_simple", "6 min")]),
        (SectionKind::Skill, 20, &[("fall_back_squat", "3x5 rest 1:00"), ("grip_race", "5 min")]),
        (SectionKind::Main, 30, &[]),
        (SectionKind::Accessory, 10, &[("bench_press", "4x6 @82.5kg RIR2 rest 2:30")]),
    ];
    for (kind, minutes, items) in plan {
        let mut section = Section::new(ids.section(), kind);
        section.minutes = Some(minutes);
        for (id, dose) in items {
            let id = ExerciseId::from(*id);
            let name = shelf().library.get(&id).unwrap().name.clone();
            let mut item = Item::new(ids.item(), Some(id), name);
            item.prescription = notation::parse(dose).unwrap();
            section.items.push(item);
        }
        unit.sections.push(section);
    }
    unit
}

/// A session on that unit with its suggestions.
pub(super) fn session() -> Session {
    let mut session = Session::on(shelf(), Some(unit()));
    suggest(&mut session);
    session
}

/// Puts the fixed suggestions in place of whatever the ranking said.
pub(super) fn suggest(session: &mut Session) {
    let parts = Parts { progression: 1.0, skill: 0.7, focus: 1.0, gap: 0.4, ..Parts::default() };
    let repeated = Parts { fulltext: 0.4, skill: 0.2, repeat: -1.0, ..Parts::default() };
    let hits = [
        ("fall_back_stand", 0.61, parts, "Judo"),
        ("osoto_gari", 0.48, Parts { skill: 0.3, ..parts }, "Judo"),
        ("grip_race", 0.31, repeated, "Ju-Jutsu"),
        ("plank", 0.05, Parts { skill: 0.1, ..Parts::default() }, "Turnen"),
    ];
    let Some(answer) = &mut session.model.suggest.answer else { panic!("no answer to change") };
    answer.hits = hits
        .into_iter()
        .map(|(id, score, parts, why)| Hit {
            variants: Vec::new(),
            exercise: shelf().library.get(&ExerciseId::from(id)).unwrap().clone(),
            score,
            parts,
            reasons: vec![Message::new("suggest-style").with("style", why)],
        })
        .collect();
    answer.intent = Intent::SuggestNext;
    answer.anchor = Some("fall_back_squat".into());
    answer.target.sources = vec![Source::FrameworkSlotSkillProfile, Source::CurrentUnitPlan];
    session.model.suggest.cursor = 0;
}

/// A text as it was understood: one sure row, one doubtful, one open, one left out.
pub(super) fn review(session: &mut Session) {
    let text = "Upper body\n\nBench press 4x6 @80kg rest 2:00\nGrip game 5 min\nZorkel 3x8\n\
                Plank 3x30s\nfelt strong today";
    session.event(Event::Paste(text.to_owned()));
    let Some(reading) = session.model.reading.clone() else { panic!("nothing is read") };
    let mut open = row(5, "Zorkel", "3x8", Band::Unmatched, &[]);
    open.marks =
        vec![Mark { from: 0, to: 6, role: "name" }, Mark { from: 7, to: 10, role: "sets" }];
    let mut left_out = row(6, "Plank", "3x30s", Band::High, &[("plank", 0.99)]);
    left_out.verdict = Verdict::Ignored;
    let rows = vec![
        row(3, "Bench press", "4x6 @80kg rest 2:00", Band::High, &[("bench_press", 1.0)]),
        row(4, "Grip game", "5 min", Band::Low, &[("grip_race", 0.74), ("tag_simple", 0.31)]),
        open,
        left_out,
    ];
    let draft = Draft {
        lines: text.lines().map(str::to_owned).collect(),
        format: SourceFormat::Text,
        lang: Lang::En,
        removed: 0,
        days: 1,
        sections: vec![DraftSection {
            title: "Upper body".to_owned(),
            rows,
            ..DraftSection::default()
        }],
        ignored: vec![7],
        refused: Vec::new(),
    };
    session.event(Event::Reply(Reply::Read(reading.ticket, Box::new(draft))));
}

fn row(line: usize, name: &str, dose: &str, band: Band, candidates: &[(&str, f32)]) -> Row {
    let candidates = candidates.iter().map(|(id, confidence)| Candidate {
        id: (*id).to_owned(),
        name: shelf().library.get(&ExerciseId::from(*id)).unwrap().name.en.clone(),
        confidence: *confidence,
    });
    Row {
        line,
        name: name.to_owned(),
        group: None,
        format: None,
        prescription: notation::parse(dose).unwrap(),
        fields: Fields::default(),
        candidates: candidates.collect(),
        band,
        marks: Vec::new(),
        verdict: Verdict::Open,
    }
}

/// Opens a program of two weeks.
pub(super) fn program(session: &mut Session) {
    let mut ids = IdSource::new(9);
    let week = |index, phase, ids: &mut IdSource| Week {
        index,
        phase,
        intent: Vec::new(),
        units: ["Upper body", "Lower body"]
            .map(|title| Unit { id: ids.unit(), title: title.to_owned(), ..unit() })
            .to_vec(),
    };
    let weeks = vec![week(1, WeekPhase::Build, &mut ids), week(2, WeekPhase::Deload, &mut ids)];
    let program = Program {
        id: "p".into(),
        title: "Strength in two weeks".to_owned(),
        owner: Owner::Nobody,
        profile: Profile::Athlete(AthleteProfile::default()),
        framework: None,
        start: None,
        mesocycles: Vec::new(),
        weeks,
        notes: Vec::new(),
        provenance: Provenance::default(),
    };
    let ticket = session.model.ticket();
    session.model.opening = Some(ticket);
    session.event(Event::Reply(Reply::Program(ticket, Box::new(program))));
}

/// A frame as text, without the spaces at line ends.
pub(super) fn text(frame: &Buffer) -> String {
    let Rect { width, height, .. } = frame.area;
    let mut text = String::new();
    for line in 0..height {
        let mut columns = 0..width;
        let mut row = String::new();
        while let Some(column) = columns.next() {
            let symbol = frame[(column, line)].symbol();
            row.push_str(symbol);
            // A wide sign covers the cell behind it.
            for _ in 1..crate::language::columns(symbol) {
                columns.next();
            }
        }
        text.push_str(row.trim_end());
        text.push('\n');
    }
    text
}
