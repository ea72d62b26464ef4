//! The words of a base conversation: principles and the library a kind of plan needs, the same
//! byte for byte as long as neither changes.

use minijinja::context;
use sha2::{Digest, Sha256};

use crate::assist::{Prompt, fill};
use crate::domain::{EquipmentId, Exercise, ExerciseId};
use crate::generation::BaseKind;
use crate::generation::wire::IdTable;
use crate::library::Library;
use crate::llm::{Failure, Keep, PromptId, PromptSettings, Request, Turn, hex};

/// What the model is to say to a base; providers that keep none are told that it did.
const READY: &str = "Ready.";
/// Days after which a kept base is made anew: providers forget them after thirty.
pub(super) const MOST_DAYS: i64 = 28;

/// A base conversation before it is anywhere.
#[derive(Debug, Clone, PartialEq)]
pub struct BaseText {
    /// What it is about.
    pub kind: BaseKind,
    /// Who the model shall be; sent with every request.
    pub instructions: String,
    /// Principles and library.
    pub text: String,
    /// Hash of both.
    pub hash: String,
    /// Version of the principles.
    pub prompt: PromptId,
}

impl BaseText {
    /// The base of a kind over a table of short names.
    ///
    /// # Errors
    /// [`Failure`] when the prompt is switched off or broken.
    pub fn new(
        kind: BaseKind,
        table: &IdTable,
        library: &Library,
        prompts: &PromptSettings,
    ) -> Result<Self, Failure> {
        let values = context! { library => lines(table, library).join("\n") };
        let filled = fill(Prompt::Principles, prompts, &values)?;
        let digest = Sha256::new()
            .chain_update(&filled.instructions)
            .chain_update([0])
            .chain_update(&filled.text)
            .finalize();
        let hash = hex(&digest, 8);
        Ok(Self {
            kind,
            instructions: filled.instructions,
            text: filled.text,
            hash,
            prompt: filled.id,
        })
    }

    /// The conversation, as it begins every request to a provider that keeps none.
    #[must_use]
    pub fn turns(&self) -> Vec<Turn> {
        vec![Turn::user(self.text.as_str()), Turn::assistant(READY)]
    }

    /// The request that has a provider keep these turns; the last one is ours.
    #[must_use]
    pub fn anchor(&self, turns: Vec<Turn>) -> Request {
        Request {
            instructions: self.instructions.clone(),
            turns,
            // some models think before they say one word
            max_tokens: 256,
            keep: Keep::ForForks,
            cache_key: Some(self.cache_key()),
            expected_output: 4,
            prompt: self.prompt.clone(),
            ..Request::default()
        }
    }

    /// The request that makes the base at a provider.
    #[must_use]
    pub fn create(&self) -> Request {
        self.anchor(vec![Turn::user(self.text.as_str())])
    }

    /// Equal for everything that shares the base.
    #[must_use]
    pub fn cache_key(&self) -> String {
        format!("planwright-{}-{}", self.kind.id(), self.hash)
    }
}

/// Roughly the bytes of a base, as long as the principles are those that ship. Reads no file.
pub(super) fn base_bytes(kind: BaseKind, library: &Library) -> usize {
    let lines: usize = lines(&kind.pool(library), library).iter().map(|line| line.len() + 1).sum();
    Prompt::Principles.embedded().len() + lines
}

fn lines(table: &IdTable, library: &Library) -> Vec<String> {
    table.ids().iter().filter_map(|id| Some(line(&table.short(id)?, library.get(id)?))).collect()
}

/// `e12 Back squat; squat; barbell,squat_rack; 2`
fn line(short: &str, exercise: &Exercise) -> String {
    let pattern = exercise.patterns.first().map_or("-", |pattern| pattern.id());
    let sets: Vec<String> = exercise
        .equipment
        .iter()
        .map(|set| set.iter().map(EquipmentId::as_str).collect::<Vec<_>>().join(","))
        .collect();
    let things = if sets.is_empty() { "-".to_owned() } else { sets.join("|") };
    format!("{short} {}; {pattern}; {things}; {}", exercise.name.en, exercise.level.rank())
}

/// Exercises as the short names a question lists.
pub(super) fn shorts<'a>(ids: impl IntoIterator<Item = &'a ExerciseId>, table: &IdTable) -> String {
    let mut places: Vec<String> = ids.into_iter().filter_map(|id| table.short(id)).collect();
    places.sort_by_key(|short| short.trim_start_matches('e').parse::<usize>().unwrap_or(0));
    places.join(" ")
}
