//! A foreign exercise becomes one of ours: its words by the tables, what it does not say by the
//! exercise of ours it surely is, else by its name, else by what is usual for its pattern.

use std::collections::{BTreeMap, BTreeSet};

use super::mapping::{Mapping, Names, Sort};
use super::{Guide, LibraryDraft, Unmapped};
use crate::domain::{
    Bilingual, BilingualList, Category, EquipmentId, Exercise, ExerciseId, ExerciseKind, Level,
    Muscle, Origin, Partner, Pattern, SkillWeights, Visibility,
};
use crate::import::ImportError;
use crate::language::{clean, fold};

/// Longest fact, in characters.
const FACT: usize = 140;

/// One exercise of a foreign library, in its own words.
#[derive(Debug, Clone, Default)]
pub(super) struct Foreign {
    /// Its id there.
    pub(super) id: String,
    pub(super) name: Bilingual,
    pub(super) aliases: BilingualList,
    pub(super) category: Option<String>,
    pub(super) level: Option<String>,
    pub(super) mechanic: Option<String>,
    /// What it is done with, all of it together.
    pub(super) equipment: Vec<String>,
    pub(super) primary: Vec<String>,
    pub(super) secondary: Vec<String>,
    pub(super) description: Bilingual,
    pub(super) licence: Option<String>,
    /// Words of lists we have no counterpart of at all.
    pub(super) others: Vec<(&'static str, String)>,
}

/// Turns foreign exercises into a draft.
pub(super) struct Converter<'a> {
    mapping: &'a Mapping,
    names: &'a Names,
    guide: &'a Guide<'a>,
    draft: LibraryDraft,
    unmapped: BTreeMap<(&'static str, String), (usize, String)>,
}

impl<'a> Converter<'a> {
    pub(super) fn new(mapping: &'a Mapping, guide: &'a Guide<'a>) -> Result<Self, ImportError> {
        let names = Names::shipped()?;
        let (draft, unmapped) = (LibraryDraft::default(), BTreeMap::new());
        Ok(Self { mapping, names, guide, draft, unmapped })
    }

    pub(super) fn finish(mut self) -> LibraryDraft {
        self.draft.unmapped = self
            .unmapped
            .into_iter()
            .map(|((list, value), (count, first))| Unmapped { list, value, count, first })
            .collect();
        self.draft
    }

    pub(super) fn add(&mut self, foreign: Foreign) {
        let name = Bilingual::new(tidy(&foreign.name.en), tidy(&foreign.name.de));
        if name.en.is_empty() || foreign.id.is_empty() {
            self.draft.nameless += 1;
            return;
        }
        let id = format!("{}_{}", self.mapping.prefix, slug(&foreign.id));
        for (list, value) in &foreign.others {
            self.note(list, value, &id);
        }
        let known = self.guide.recognise(&name.en);
        if let Some(known) = known {
            self.draft.recognised.insert(id.clone(), known.id.to_string());
        }
        let sort = self.sort(foreign.category.as_deref(), &id);
        let category = sort.map(|sort| sort.category);
        let category =
            category.or_else(|| known.map(|known| known.category)).unwrap_or(Category::Strength);
        let patterns = self.patterns(&name.en, known, sort, &id);
        let contra = match (known, patterns.first()) {
            (Some(known), _) => known.contra.clone(),
            (None, Some(pattern)) => self.guide.cautions(*pattern, category),
            (None, None) => Vec::new(),
        };
        let primary = self.muscles(&foreign.primary, &id);
        let mut secondary = self.muscles(&foreign.secondary, &id);
        secondary.retain(|muscle| !primary.contains(muscle));
        let level = self.level(foreign.level.as_deref(), known, &id);
        let mechanic = foreign.mechanic.as_deref().and_then(|word| {
            let mechanic = self.mapping.mechanics.get(&fold(word)).copied();
            if mechanic.is_none() {
                self.note("mechanics", word, &id);
            }
            mechanic
        });
        let equipment = self.equipment(&foreign.equipment, &name.en, known, &id);
        let fact = fact(&foreign.description, &name);
        let min_age = known.map(|known| known.min_age).or(sort.map(|sort| sort.min_age));
        let aliases = aliases(&foreign.aliases, &name);
        self.draft.exercises.push(Exercise {
            id: ExerciseId::new(id),
            name,
            aliases,
            kind: ExerciseKind::Simple,
            category,
            patterns,
            primary,
            secondary,
            equipment,
            mechanic,
            unilateral: known.is_some_and(|known| known.unilateral),
            level,
            min_age: min_age.unwrap_or(14),
            contra,
            skills: known.map_or_else(SkillWeights::new, |known| known.skills.clone()),
            focus: known
                .map(|known| known.focus.clone())
                .or_else(|| sort.map(|sort| sort.focus.clone()))
                .unwrap_or_default(),
            training_types: sort.map(|sort| sort.types.clone()).unwrap_or_default(),
            target_groups: Vec::new(),
            styles: sort.map(|sort| sort.styles.clone()).unwrap_or_default(),
            partner: known.map_or(Partner::None, |known| known.partner),
            doses: known.map(|known| known.doses.clone()).unwrap_or_default(),
            increment_kg: known.and_then(|known| known.increment_kg),
            minutes: known.and_then(|known| known.minutes),
            fact,
            visibility: Visibility::Club,
            origin: Origin::Imported {
                source: self.mapping.source.clone(),
                licence: foreign.licence.unwrap_or_else(|| self.mapping.licence.clone()),
            },
        });
    }

    fn note(&mut self, list: &'static str, value: &str, id: &str) {
        let held = self.unmapped.entry((list, tidy(value)));
        held.or_insert_with(|| (0, id.to_owned())).0 += 1;
    }

    fn sort(&mut self, word: Option<&str>, id: &str) -> Option<&'a Sort> {
        let word = word.unwrap_or_default();
        let sort = self.mapping.categories.get(&fold(word));
        if sort.is_none() {
            self.note("categories", word, id);
        }
        sort
    }

    fn level(&mut self, word: Option<&str>, known: Option<&Exercise>, id: &str) -> Level {
        let level = word.and_then(|word| self.mapping.levels.get(&fold(word)).copied());
        if level.is_none() && !self.mapping.levels.is_empty() {
            self.note("levels", word.unwrap_or_default(), id);
        }
        level.or_else(|| known.map(|known| known.level)).unwrap_or(Level::Intermediate)
    }

    fn patterns(
        &mut self,
        name: &str,
        known: Option<&Exercise>,
        sort: Option<&Sort>,
        id: &str,
    ) -> Vec<Pattern> {
        if let Some(known) = known {
            return known.patterns.clone();
        }
        let by_name = || Names::longest(&self.names.patterns, name).map(|pattern| vec![*pattern]);
        let by_sort = sort.map(|sort| sort.patterns.clone()).filter(|list| !list.is_empty());
        // a stretch of the squat is a stretch
        let is_stretch = by_sort.as_deref() == Some(&[Pattern::Mobility]);
        let found = if is_stretch { by_sort } else { by_name().or(by_sort) };
        found.unwrap_or_else(|| {
            self.note("patterns", "", id);
            Vec::new()
        })
    }

    fn muscles(&mut self, words: &[String], id: &str) -> Vec<Muscle> {
        let mut muscles = Vec::new();
        for word in words {
            match self.mapping.muscles.get(&fold(word)) {
                Some(known) => {
                    for muscle in known {
                        if !muscles.contains(muscle) {
                            muscles.push(*muscle);
                        }
                    }
                }
                None => self.note("muscles", word, id),
            }
        }
        muscles
    }

    /// Words without a counterpart leave it to the exercise of ours, then to the name.
    fn equipment(
        &mut self,
        words: &[String],
        name: &str,
        known: Option<&Exercise>,
        id: &str,
    ) -> Vec<Vec<EquipmentId>> {
        let mut together = vec![Vec::new()];
        let mut open = words.is_empty();
        for word in words {
            match self.mapping.equipment.get(&fold(word)) {
                Some(alternatives) => together = combined(&together, alternatives),
                None => match Names::longest(&self.names.equipment, name) {
                    Some(things) => together = combined(&together, std::slice::from_ref(things)),
                    None if known.is_some() => open = true,
                    None => self.note("equipment", word, id),
                },
            }
        }
        if open && let Some(known) = known {
            return known.equipment.clone();
        }
        together.retain(|things| !things.is_empty());
        together
    }
}

/// Every alternative of the one with every alternative of the other.
fn combined(one: &[Vec<EquipmentId>], other: &[Vec<EquipmentId>]) -> Vec<Vec<EquipmentId>> {
    if other.is_empty() {
        return one.to_vec();
    }
    let mut all = Vec::new();
    for first in one {
        for second in other {
            let things: BTreeSet<&EquipmentId> = first.iter().chain(second).collect();
            all.push(things.into_iter().cloned().collect());
        }
    }
    all
}

fn aliases(foreign: &BilingualList, name: &Bilingual) -> BilingualList {
    let tidied = |list: &[String], name: &str| {
        let mut seen = BTreeSet::from([fold(name)]);
        let names = list.iter().map(|alias| tidy(alias));
        names.filter(|alias| !alias.is_empty() && seen.insert(fold(alias))).collect()
    };
    BilingualList { en: tidied(&foreign.en, &name.en), de: tidied(&foreign.de, &name.de) }
}

/// The first sentences of the description that fit; the name where there is none.
fn fact(description: &Bilingual, name: &Bilingual) -> Bilingual {
    let short = |text: &str| {
        let text = tidy(&plain(text));
        if text.chars().count() <= FACT {
            return text;
        }
        let end = text.char_indices().nth(FACT - 1).map_or(text.len(), |(at, _)| at);
        let head = text.get(..end).unwrap_or_default();
        let sentence = head.rfind(['.', '!', '?']).and_then(|at| head.get(..=at));
        let words = || head.rfind(' ').and_then(|at| head.get(..at)).unwrap_or(head);
        sentence.map_or_else(|| format!("{}…", words()), str::to_owned)
    };
    let (en, de) = (short(&description.en), short(&description.de));
    match (en.is_empty(), de.is_empty()) {
        (true, true) => name.clone(),
        (true, false) => Bilingual::same(de),
        (false, true) => Bilingual::same(en),
        (false, false) => Bilingual::new(en, de),
    }
}

/// HTML without its marks.
fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for letter in html.chars() {
        match letter {
            '<' => inside = true,
            '>' if inside => {
                inside = false;
                text.push(' ');
            }
            _ if !inside => text.push(letter),
            _ => {}
        }
    }
    let marks = [("&nbsp;", " "), ("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">")];
    let text = marks.iter().fold(text, |text, (mark, letter)| text.replace(mark, letter));
    text.replace("&amp;", "&")
}

/// One line without what could steer a terminal.
pub(super) fn tidy(text: &str) -> String {
    clean(text).text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An id in our spelling: lower case, digits, single underscores.
fn slug(id: &str) -> String {
    let folded = fold(id);
    let words = folded.split(|letter: char| !letter.is_ascii_alphanumeric());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("_")
}
