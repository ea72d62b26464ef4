//! Fixed numbers for the overview, changes and loads, so that their screens stay the same.

use crate::app::Overlay;
use crate::app::changes::ChangesPane;
use crate::app::overview::{Chart, Found, OverviewPane, VolumeRow, WeekSum};
use crate::app::page::{LoadSheet, Page, Topic};
use crate::app::tests::script::Session;
use crate::domain::{
    AthleteProfile, Bilingual, Message, Owner, Profile, Program, Provenance, Week, WeekPhase,
};
use crate::notation;
use crate::planner::Adaptation;

const WEEKS: u16 = 12;

fn phase(index: u16) -> WeekPhase {
    if index.is_multiple_of(4) { WeekPhase::Deload } else { WeekPhase::Build }
}

/// Twelve weeks with a deload in every fourth.
pub(super) fn overview(session: &mut Session) {
    let weeks = (1..=WEEKS).map(|index| WeekSum {
        index,
        phase: phase(index),
        sets: if index.is_multiple_of(4) { 28.0 } else { 50.0 + f32::from(index) },
        minutes: if index.is_multiple_of(4) { 44.0 } else { 62.0 },
        load: if index.is_multiple_of(4) { 900.0 } else { 1500.0 + 40.0 * f32::from(index) },
        intensity: 70.0 + f32::from(index),
    });
    let row = |en: &str, de: &str, sets: [f32; 2], band| VolumeRow {
        name: Bilingual::new(en, de),
        band: Some(band),
        weeks: (1..=WEEKS).map(|index| sets[usize::from(index.is_multiple_of(4))]).collect(),
    };
    let volume = vec![
        row("Chest", "Brust", [11.0, 5.5], (8.0, 22.0)),
        row("Lats", "Latissimus (breiter Rückenmuskel)", [30.0, 15.0], (8.0, 28.6)),
        row("Quadriceps", "Quadrizeps (Oberschenkel vorn)", [7.0, 3.5], (8.0, 22.0)),
        row("Calves", "Waden", [0.0, 0.0], (3.2, 22.0)),
    ];
    let program = Program {
        id: "p".into(),
        title: "Strength program".into(),
        owner: Owner::Nobody,
        profile: Profile::Athlete(AthleteProfile::default()),
        framework: None,
        start: None,
        mesocycles: Vec::new(),
        weeks: (1..=WEEKS)
            .map(|index| Week { index, phase: phase(index), intent: Vec::new(), units: Vec::new() })
            .collect(),
        notes: Vec::new(),
        provenance: Provenance::default(),
    };
    let pane = OverviewPane {
        program,
        weeks: weeks.collect(),
        volume,
        found: Found {
            program: [0, 1, 0],
            weeks: [(1, [0, 0, 1])].into_iter().collect(),
            units: std::collections::BTreeMap::new(),
        },
        chart: Chart::Weeks,
        cursor: 0,
        scroll: 0,
    };
    session.model.overlays.push(Overlay::Overview(Box::new(pane)));
}

/// Two lifts that move on and one that is swapped.
pub(super) fn changes(session: &mut Session) {
    let dose = |line: &str| notation::parse(line).unwrap();
    let change = |week, name: (&str, &str), before: &str, after: &str, why| Adaptation {
        unit: "u".into(),
        title: "Upper body".into(),
        week,
        item: "i".into(),
        exercise: Bilingual::new(name.0, name.1),
        before: dose(before),
        after: dose(after),
        swap: None,
        why,
    };
    let step = Message::new("adapt-step").with("step", 2.5);
    let mut swapped =
        change(3, ("Push-up", "Liegestütz"), "3x8-12", "3x8-12", Message::new("adapt-harder"));
    swapped.swap = Some(("dip".into(), Bilingual::new("Dip", "Dip")));
    let changes = vec![
        change(2, ("Bench press", "Bankdrücken"), "3x5 RIR2", "3x5 @82.5kg RIR2", step),
        change(
            2,
            ("Back squat", "Nackenkniebeuge"),
            "3x5 @120kg",
            "3x5 @107.5kg",
            Message::new("adapt-back-off").with("pct", 10),
        ),
        swapped,
    ];
    let pane = ChangesPane::new("Strength program".into(), changes);
    session.model.overlays.push(Overlay::Changes(Box::new(pane)));
}

/// Three athletes, one without a best single.
pub(super) fn loads(session: &mut Session) {
    let cells = |texts: [&str; 3]| texts.map(str::to_owned).to_vec();
    let sheet = LoadSheet {
        title: "Lower body".into(),
        athletes: vec!["Mia".into(), "Ben".into(), "Alexandra".into()],
        rows: vec![
            ("Back squat".into(), cells(["82.5 kg (25+5+1.25)", "120 kg (25+25)", "3x5 RIR2"])),
            ("Pull-up".into(), cells(["BW", "BW+10 kg = 92 kg", "BW"])),
        ],
    };
    session.model.overlays.push(Overlay::Page(Box::new(Page::new(Topic::Loads(sheet)))));
}
