//! What a test works with: a profile, a plan to answer with, and an engine over a client.

use std::sync::{Arc, Mutex, OnceLock};

use futures_util::StreamExt;
use futures_util::future::BoxFuture;
use jiff::Timestamp;
use planwright::domain::{
    AthleteProfile, ExerciseId, Goal, JobId, Lang, Level, Owner, Profile, Program, Viewer, Week,
};
use planwright::generation::model::{Backing, BaseRecord, Kept, ModelEngine, Used};
use planwright::generation::{BaseKind, Engine, EngineKind, ProgressEvent, Request, Target};
use planwright::language::Catalogue;
use planwright::library::{Library, builtin};
use planwright::llm::{Client, LlmSettings, Named, ProviderKind, Role, RoleModel, Veil};

use crate::host::{self, Memory};
use crate::model::answers::Plan;
use crate::model::{Answers, Model};

pub(crate) fn library() -> &'static Arc<Library> {
    static LIBRARY: OnceLock<Arc<Library>> = OnceLock::new();
    LIBRARY.get_or_init(|| Arc::new(Library::from_data(builtin().unwrap()).unwrap()))
}

/// Twelve weeks of six days.
pub(crate) fn request() -> Request {
    let best = [("back_squat", 140.0), ("bench_press", 100.0), ("deadlift", 180.0)];
    let profile = Profile::Athlete(AthleteProfile {
        name: "Zacharias Quill".into(),
        goal: Goal::StrengthHypertrophy,
        level: Level::Intermediate,
        days_per_week: 6,
        minutes: 90,
        one_rm_kg: best.into_iter().map(|(id, kg)| (ExerciseId::from(id), kg)).collect(),
        ..AthleteProfile::default()
    });
    Request {
        seed: 7,
        engine: EngineKind::Llm,
        ..Request::new(Target::Program, profile, Owner::Nobody)
    }
}

/// The plan the model answers with: the offline planner's, in the form of the line.
pub(crate) fn plan(request: &Request) -> Plan {
    let table = BaseKind::of(&request.profile, library()).pool(library());
    Plan::of(&request.profile, &table, library())
}

/// The same, as all the model knows.
pub(crate) fn answers(request: &Request) -> Answers {
    Answers::Given(plan(request))
}

/// Everything in memory.
pub(crate) struct Desk {
    client: Client,
    pub(crate) memory: Arc<Memory>,
    viewer: Viewer,
    veil: Veil,
    bases: Mutex<Vec<BaseRecord>>,
}

impl Desk {
    pub(crate) fn new(model: &Model, kind: ProviderKind) -> Arc<Self> {
        let mut settings = host::settings(kind, &model.url);
        settings.roles.insert(Role::Generate, host::role("test"));
        Self::set_up(settings)
    }

    /// As [`Desk::new`], with a model of its own for structure.
    pub(crate) fn with_structure(model: &Model, kind: ProviderKind, name: &str) -> Arc<Self> {
        let mut settings = host::settings(kind, &model.url);
        settings.roles.insert(Role::Generate, host::role("test"));
        let second = RoleModel { model: name.to_owned(), ..host::role("test") };
        settings.roles.insert(Role::Structure, second);
        Self::set_up(settings)
    }

    fn set_up(settings: LlmSettings) -> Arc<Self> {
        let memory = Arc::new(Memory::default());
        // the tokenizer takes its time in a test build
        let timers = planwright::llm::Timers {
            first: std::time::Duration::from_mins(2),
            gap: std::time::Duration::from_mins(1),
            ..host::timers()
        };
        let client = Client::new(settings, timers, memory.clone());
        Arc::new(Self {
            client,
            memory,
            viewer: host::viewer(),
            veil: Veil::new([(Named::Person, "Zacharias Quill")]),
            bases: Mutex::default(),
        })
    }

    pub(crate) fn settings(&self) -> &LlmSettings {
        self.client.settings()
    }

    /// Runs a job, with what an earlier run of it left.
    pub(crate) fn run(
        self: &Arc<Self>,
        request: Request,
        kept: Option<Kept>,
        done: Vec<Week>,
    ) -> Ran {
        let job = JobId::from("j1");
        let engine = ModelEngine::new(self.clone(), library().clone(), job, kept);
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        Ran { events: runtime.block_on(engine.run(request, done).collect()) }
    }
}

impl Backing for Desk {
    fn client(&self) -> &Client {
        &self.client
    }

    fn viewer(&self) -> &Viewer {
        &self.viewer
    }

    fn veil(&self) -> &Veil {
        &self.veil
    }

    fn now(&self) -> Timestamp {
        Timestamp::from_second(1_780_000_000).unwrap()
    }

    fn base<'a>(
        &'a self,
        kind: &'a str,
        _: &'a str,
        _: &'a str,
    ) -> BoxFuture<'a, Option<BaseRecord>> {
        let bases = self.bases.lock().unwrap();
        let known = bases.iter().find(|base| base.kind == kind).cloned();
        Box::pin(async move { known })
    }

    fn keep_base(&self, record: BaseRecord) -> BoxFuture<'_, ()> {
        let mut bases = self.bases.lock().unwrap();
        bases.retain(|base| base.kind != record.kind);
        bases.push(record);
        Box::pin(async {})
    }

    fn used<'a>(&'a self, _: &'a JobId) -> BoxFuture<'a, Used> {
        let records = self.memory.records.lock().unwrap();
        let mut used = Used { calls: records.len(), ..Used::default() };
        for record in records.iter() {
            used.usage += record.meter.usage;
            used.bytes += record.meter.bytes_out;
            used.price += record.price.unwrap_or_default();
        }
        Box::pin(async move { used })
    }
}

/// A run that is over.
pub(crate) struct Ran {
    pub(crate) events: Vec<ProgressEvent>,
}

impl Ran {
    pub(crate) fn program(&self) -> &Program {
        match self.events.last() {
            Some(ProgressEvent::Finished { program }) => program,
            other => panic!("{other:?}"),
        }
    }

    pub(crate) fn weeks(&self) -> Vec<Week> {
        self.events
            .iter()
            .filter_map(|event| match event {
                ProgressEvent::WeekReady { week } => Some((**week).clone()),
                _ => None,
            })
            .collect()
    }

    pub(crate) fn kept(&self) -> Kept {
        self.events
            .iter()
            .find_map(|event| match event {
                ProgressEvent::Kept { outline } => Some(serde_json::from_str(outline).unwrap()),
                _ => None,
            })
            .unwrap()
    }

    pub(crate) fn logged(&self) -> Vec<String> {
        let english = Catalogue::load(Lang::En);
        self.events
            .iter()
            .filter_map(|event| match event {
                ProgressEvent::Log { message } => Some(english.text(message)),
                _ => None,
            })
            .collect()
    }

    pub(crate) fn says(&self, id: &str) -> usize {
        self.events
            .iter()
            .filter(|event| matches!(event, ProgressEvent::Log { message } if message.id == id))
            .count()
    }

    /// Weeks the offline planner filled in.
    pub(crate) fn filled(&self) -> Vec<u16> {
        let weeks = self.weeks();
        let filled =
            weeks.iter().filter(|week| week.intent.iter().any(|it| it.id == "intent-filled"));
        filled.map(|week| week.index).collect()
    }
}
