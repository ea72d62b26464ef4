//! What the server answers with: a plan given beforehand, or one the offline planner writes for
//! whoever the question is about.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, LazyLock, Mutex};

use planwright::domain::{AthleteProfile, EquipmentId, ExerciseId, GroupProfile, Profile};
use planwright::generation::wire::{Frame, IdTable, write_outline, write_week};
use planwright::library::{Library, builtin};
use planwright::planner;
use serde_json::{Value, json};

/// Where answers come from.
pub(crate) enum Answers {
    /// Always this plan.
    Given(Plan),
    /// A plan for whoever is asked about.
    Improvised,
}

/// A plan in the form of the line.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    pub(crate) outline: Value,
    pub(crate) weeks: BTreeMap<u16, Value>,
}

impl Plan {
    /// The offline planner's plan for a profile.
    pub(crate) fn of(profile: &Profile, table: &IdTable, library: &Library) -> Self {
        let program = planner::program(profile, library, 7).unwrap();
        let frame = Frame::of(&program, library);
        let week = |week| write_week(week, &frame, table, library);
        Self {
            outline: write_outline(&frame, table),
            weeks: program.weeks.iter().map(|it| (it.index, week(it))).collect(),
        }
    }

    /// The first unit alone.
    pub(crate) fn first_unit(mut self) -> Self {
        self.outline["phases"] = json!(["build"]);
        let blocks = self.outline["blocks"].as_array_mut().unwrap();
        blocks.truncate(1);
        blocks[0]["weeks"] = json!(1);
        blocks[0]["days"].as_array_mut().unwrap().truncate(1);
        self
    }
}

impl Answers {
    pub(super) fn outline(&self, said: &str) -> String {
        self.plan(said).outline.to_string()
    }

    pub(super) fn week(&self, said: &str, week: u16) -> String {
        self.plan(said).weeks[&week].to_string()
    }

    pub(super) fn prose(&self, said: &str) -> String {
        let plan = self.plan(said);
        let items = &plan.outline["blocks"][0]["days"][0]["items"];
        let lines: Vec<&str> = items.as_array().unwrap().iter().filter_map(Value::as_str).collect();
        format!("A unit that builds on the last one.\n\n{}\n\nWatch the knees.", lines.join("\n"))
    }

    fn plan(&self, said: &str) -> Arc<Plan> {
        match self {
            Self::Given(plan) => Arc::new(plan.clone()),
            Self::Improvised => improvised(said),
        }
    }
}

/// A plan for whoever a conversation is about, the same for the same question.
fn improvised(said: &str) -> Arc<Plan> {
    static KNOWN: LazyLock<Mutex<HashMap<String, Arc<Plan>>>> = LazyLock::new(Mutex::default);
    let question = said
        .split("\n<user>\n")
        .find(|turn| turn.contains("Allowed exercises"))
        .expect("somebody is asked about");
    let mut known = KNOWN.lock().unwrap();
    let plan = known.entry(question.to_owned()).or_insert_with(|| {
        let table = table(said);
        let (library, things) = library(&table, question);
        let mut profile = profile(question, &table);
        match &mut profile {
            Profile::Athlete(profile) => profile.equipment = Some(things),
            Profile::Group(profile) => profile.equipment = Some(things),
        }
        let single = question.contains("The unit: ");
        let plan = Plan::of(&profile, &table, &library);
        Arc::new(if single { plan.first_unit() } else { plan })
    });
    Arc::clone(plan)
}

/// The short names a base gives, read back from its lines.
fn table(said: &str) -> IdTable {
    let names: HashMap<String, ExerciseId> = builtin()
        .unwrap()
        .exercises
        .into_iter()
        .map(|known| (known.name.en.clone(), known.id))
        .collect();
    let ids: Vec<ExerciseId> = said
        .lines()
        .filter_map(|line| {
            let (short, rest) = line.split_once(' ')?;
            short.strip_prefix('e')?.parse::<usize>().ok()?;
            let (name, _) = rest.split_once("; ")?;
            Some(names.get(name).cloned().unwrap_or_else(|| ExerciseId::from(short)))
        })
        .collect();
    IdTable::from(ids)
}

/// The library in which everything that may not be used needs a thing nobody has, and all the
/// other things.
fn library(table: &IdTable, question: &str) -> (Library, Vec<EquipmentId>) {
    let (_, list) = question.split_once("Allowed exercises").unwrap();
    let allowed: BTreeSet<&ExerciseId> =
        list.split_whitespace().filter_map(|short| table.long(short)).collect();
    let mut data = builtin().unwrap();
    let mut uses: BTreeMap<EquipmentId, usize> = BTreeMap::new();
    for known in &data.exercises {
        for thing in known.equipment.iter().flatten() {
            *uses.entry(thing.clone()).or_default() += usize::from(allowed.contains(&known.id));
        }
    }
    let missing = uses.iter().min_by_key(|(_, count)| **count).unwrap().0.clone();
    for known in &mut data.exercises {
        if !allowed.contains(&known.id) {
            known.equipment = vec![vec![missing.clone()]];
        }
    }
    uses.remove(&missing);
    (Library::from_data(data).unwrap(), uses.into_keys().collect())
}

/// The profile a question describes.
fn profile(question: &str, table: &IdTable) -> Profile {
    let (_, rest) = question.split_once("<data name=\"profile\">").unwrap();
    let (facts, _) = rest.split_once("</data>").unwrap();
    let mut facts: Value = serde_json::from_str(facts.trim()).unwrap();
    let minutes = number_before(question, " minutes");
    let long = |short: &str| table.long(short).map(ToString::to_string);
    if facts.get("goal").is_some() {
        let best: serde_json::Map<String, Value> = facts["one_rm_kg"]
            .as_object()
            .into_iter()
            .flatten()
            .filter_map(|(short, kg)| Some((long(short)?, kg.clone())))
            .collect();
        facts["one_rm_kg"] = best.into();
        facts["name"] = json!("");
        let mut profile: AthleteProfile = serde_json::from_value(facts).unwrap();
        profile.minutes = minutes;
        profile.weeks = number_before(question, " weeks, ");
        profile.days_per_week = u8::try_from(number_before(question, " days a week")).unwrap();
        Profile::Athlete(profile)
    } else {
        let shorts = facts["known"].as_str().unwrap_or_default().to_owned();
        facts["known"] = shorts.split_whitespace().filter_map(long).collect();
        facts["name"] = json!("");
        let mut profile: GroupProfile = serde_json::from_value(facts).unwrap();
        profile.minutes = minutes;
        profile.weeks = number_before(question, " weeks, ");
        profile.units_per_week = u8::try_from(number_before(question, " days a week")).unwrap();
        Profile::Group(profile)
    }
}

/// The number in front of a word; 1 where there is none.
fn number_before(text: &str, word: &str) -> u16 {
    let Some((before, _)) = text.split_once(word) else { return 1 };
    let digits: Vec<char> = before.chars().rev().take_while(char::is_ascii_digit).collect();
    digits.into_iter().rev().collect::<String>().parse().unwrap_or(1)
}
