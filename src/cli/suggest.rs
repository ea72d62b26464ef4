//! `suggest --unit ID`: what could come next in a unit, with scores and reasons.

use std::sync::Arc;

use clap::{Args, ValueEnum};

use crate::assist::{self, rerank::Ranking};
use crate::domain::{
    Athlete, ExerciseId, Framework, GraphId, Group, Message, Owner, Section, SectionId, Unit,
};
use crate::import::PlanFile;
use crate::library::Library;
use crate::llm::{Class, Failure, Role};
use crate::retrieval::{
    ContextPack, Detail, Intent, KindFilter, Parsed, Report, Request, RetrievalIndex, Situation,
    Suggestions, Who, report, suggest,
};
use crate::runtime::models::Reranking;
use crate::store::PlanQuery;

use super::context::Context;
use super::database::Database;
use super::error::{CliError, Exit};
use super::models::{self, Desk};
use super::plan;

#[derive(Debug, Default, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(super) struct Arguments {
    #[arg(long, value_name = "ID")]
    unit: String,
    #[arg(long, value_name = "N")]
    section: Option<usize>,
    #[arg(long, value_name = "N")]
    phase: Option<u16>,
    #[arg(long, value_name = "N")]
    stream: Option<u16>,
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    planned: Option<Vec<String>>,
    #[arg(long, value_name = "ID")]
    anchor: Option<String>,
    #[arg(long, value_name = "ID")]
    graph: Option<String>,
    #[arg(long, value_name = "TEXT")]
    query: Option<String>,
    #[arg(long, value_name = "TEXT")]
    term: Option<String>,
    #[arg(long, value_enum)]
    kind: Vec<Kind>,
    #[arg(long, value_name = "INTENT", value_parser = known_intent)]
    intent: Option<Intent>,
    #[arg(long)]
    rerank: bool,
    #[arg(long, requires = "rerank")]
    show_request: bool,
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u16).range(1..=1000))]
    limit: u16,
    #[arg(long)]
    explain: bool,
    #[arg(long)]
    json: bool,
}

/// A kind of exercise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    Simple,
    Combination,
}

/// Who trains, with what the search wants to know of them.
struct People {
    group: Option<Group>,
    athlete: Option<Athlete>,
    framework: Option<Framework>,
    recent: Vec<Unit>,
}

/// Units of late that the search looks at.
const RECENT: u32 = 12;

fn known_intent(text: &str) -> Result<Intent, String> {
    let ids = || Intent::ALL.map(Intent::id).join(", ");
    Intent::from_id(text).ok_or_else(|| format!("write one of: {}", ids()))
}

pub(super) fn run(arguments: &Arguments, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let source = plan::load(&arguments.unit, context)?;
    let PlanFile::Unit(unit, _) = source.plan else {
        let message = Message::new("cli-not-a-unit").with("id", arguments.unit.as_str());
        return Err(CliError::Usage(message));
    };
    let library = Arc::new(source.library);
    let people = people(&unit, context)?;
    let (mut suggestions, pack) = answer(arguments, &unit, &people, &library, None)?;
    if arguments.rerank
        && let Some(parsed) = intent(arguments, &unit, &suggestions, &pack, &library, context)?
    {
        (suggestions, _) = answer(arguments, &unit, &people, &library, Some(parsed))?;
    }
    let ranking = if arguments.rerank {
        match rerank(arguments, &unit, &mut suggestions, &pack, &library, context)? {
            Reranked::Shown => return Ok(Exit::Ok),
            Reranked::Order(ranking) => ranking,
        }
    } else {
        None
    };
    suggestions.hits.truncate(usize::from(arguments.limit));
    suggestions.excluded.truncate(usize::from(arguments.limit));
    let detail = if arguments.explain { Detail::Explained } else { Detail::Brief };
    let mut report = report(&suggestions, &pack, &library, context.lang(), detail);
    if let Some(ranking) = &ranking {
        assist::rerank::mark(&mut report, ranking);
    }
    if arguments.json {
        context.out.json(&report)?;
    } else {
        print(&report, context)?;
    }
    Ok(Exit::Ok)
}

/// A ranking for words alone, and what it was made of.
pub(super) struct About {
    pub(super) unit: Option<Unit>,
    pub(super) suggestions: Suggestions,
    pub(super) pack: ContextPack,
    pub(super) library: Arc<Library>,
}

/// What there is already for some words, in a unit or in none.
pub(super) fn about(
    unit: Option<&str>,
    query: &str,
    context: &mut Context<'_>,
) -> Result<About, CliError> {
    let Some(id) = unit else {
        let library = Arc::new(context.library()?);
        let pack = ContextPack::default();
        let request = Request { query: query.to_owned(), ..Request::default() };
        let suggestions = suggest(&RetrievalIndex::new(Arc::clone(&library)), &pack, &request);
        return Ok(About { unit: None, suggestions, pack, library });
    };
    let source = plan::load(id, context)?;
    let PlanFile::Unit(unit, _) = source.plan else {
        return Err(CliError::Usage(Message::new("cli-not-a-unit").with("id", id)));
    };
    let library = Arc::new(source.library);
    let people = people(&unit, context)?;
    let arguments = Arguments {
        unit: id.to_owned(),
        query: Some(query.to_owned()),
        limit: assist::rerank::CANDIDATES as u16,
        ..Arguments::default()
    };
    let (suggestions, pack) = answer(&arguments, &unit, &people, &library, None)?;
    Ok(About { unit: Some(*unit), suggestions, pack, library })
}

fn answer(
    arguments: &Arguments,
    unit: &Unit,
    people: &People,
    library: &Arc<Library>,
    parsed: Option<Parsed>,
) -> Result<(Suggestions, ContextPack), CliError> {
    let anchor = arguments.anchor.as_deref().map(|id| known(id, library)).transpose()?;
    let planned = match &arguments.planned {
        None => None,
        Some(ids) => Some(
            ids.iter()
                .filter(|id| !id.is_empty())
                .map(|id| known(id, library))
                .collect::<Result<Vec<_>, _>>()?,
        ),
    };
    let graph = arguments.graph.as_deref().map(GraphId::from);
    if let Some(id) = graph.as_ref().filter(|id| library.graph(id).is_none()) {
        return Err(CliError::Usage(Message::new("cli-no-graph").with("id", id.as_str())));
    }
    let recent: Vec<&Unit> = people.recent.iter().collect();
    let who = match (&people.group, &people.athlete) {
        (Some(group), _) => Who::Group(group),
        (None, Some(athlete)) => Who::Athlete(athlete),
        (None, None) => Who::Nobody,
    };
    let situation = Situation {
        unit,
        section: section(arguments, unit)?,
        cursor: None,
        who,
        framework: people.framework.as_ref(),
        recent: &recent,
        anchor: anchor.as_ref(),
        graph: graph.as_ref(),
        planned: planned.as_deref(),
    };
    let pack = ContextPack::new(&situation, library);
    let request = Request {
        query: arguments.query.clone().unwrap_or_default(),
        intent: arguments.intent,
        parsed,
        term: arguments.term.clone().unwrap_or_default(),
        kinds: arguments
            .kind
            .iter()
            .map(|kind| match kind {
                Kind::Simple => KindFilter::Simple,
                Kind::Combination => KindFilter::Combination,
            })
            .collect(),
        // a model is shown more than are printed
        limit: if arguments.rerank {
            usize::from(arguments.limit).max(assist::rerank::CANDIDATES)
        } else {
            usize::from(arguments.limit)
        },
        ..Request::default()
    };
    let index = RetrievalIndex::new(Arc::clone(library));
    Ok((suggest(&index, &pack, &request), pack))
}

/// What a model makes of the query, where one is configured for that and the query is to be
/// interpreted at all. A failure leaves the program's own reading, and is told.
fn intent(
    arguments: &Arguments,
    unit: &Unit,
    suggestions: &Suggestions,
    pack: &ContextPack,
    library: &Library,
    context: &mut Context<'_>,
) -> Result<Option<Parsed>, CliError> {
    let query = arguments.query.as_deref().unwrap_or_default();
    let wanted = arguments.intent.is_none() && !query.is_empty() && !arguments.show_request;
    if !wanted || !models::serves(Role::Intent, context) {
        return Ok(None);
    }
    let desk = Desk::open(context)?;
    let viewer = &desk.database.viewer;
    let asked = Reranking { owner: &unit.owner, suggestions, pack, query, lang: context.lang() };
    let mut tell = models::teller(context.lang());
    let own = &suggestions.parsed;
    let parsed = desk.database.wait(desk.models.intent(viewer, asked, own, library, &mut tell));
    desk.close();
    match parsed {
        Ok(parsed) => Ok(Some(parsed)),
        Err(failure) => {
            models::excuse(&failure, context)?;
            Ok(None)
        }
    }
}

/// What became of a wish for another order.
enum Reranked {
    /// What would be sent was shown instead.
    Shown,
    /// The model's order; `None`: it stays as it was, and why was told.
    Order(Option<Ranking>),
}

fn rerank(
    arguments: &Arguments,
    unit: &Unit,
    suggestions: &mut Suggestions,
    pack: &ContextPack,
    library: &Library,
    context: &mut Context<'_>,
) -> Result<Reranked, CliError> {
    if !models::serves(Role::Rerank, context) {
        let failure = Failure::of(Class::Off(Role::Rerank));
        if arguments.show_request {
            return Err(CliError::failed(&failure));
        }
        models::excuse(&failure, context)?;
        return Ok(Reranked::Order(None));
    }
    let desk = Desk::open(context)?;
    let viewer = &desk.database.viewer;
    let query = arguments.query.as_deref().unwrap_or_default();
    let asked = Reranking { owner: &unit.owner, suggestions, pack, query, lang: context.lang() };
    if arguments.show_request {
        let preview = desk.database.wait(desk.models.preview_rerank(viewer, asked, library));
        desk.close();
        models::show(&preview.map_err(|failure| CliError::failed(&failure))?, context)?;
        return Ok(Reranked::Shown);
    }
    let mut tell = models::teller(context.lang());
    let ranked = desk.database.wait(desk.models.rerank(viewer, asked, library, &mut tell));
    desk.close();
    match ranked {
        Ok((ranking, _)) => {
            assist::rerank::apply(suggestions, &ranking);
            Ok(Reranked::Order(Some(ranking)))
        }
        Err(failure) => {
            models::excuse(&failure, context)?;
            Ok(Reranked::Order(None))
        }
    }
}

fn known(id: &str, library: &Library) -> Result<ExerciseId, CliError> {
    let wanted = ExerciseId::new(id);
    match library.get(&wanted) {
        Some(_) => Ok(wanted),
        None => Err(CliError::Usage(Message::new("cli-no-exercise").with("id", id))),
    }
}

/// The section asked for, counted from 0 among those of the phase and stream; without a number
/// the first that is still empty, else the last.
fn section<'a>(arguments: &Arguments, unit: &'a Unit) -> Result<Option<&'a SectionId>, CliError> {
    let here = |section: &&Section| {
        arguments.phase.is_none_or(|phase| phase == section.phase)
            && arguments.stream.is_none_or(|stream| stream == section.stream)
    };
    let sections: Vec<&Section> = unit.sections.iter().filter(here).collect();
    match arguments.section {
        None => {
            let empty = sections.iter().find(|section| section.items.is_empty());
            Ok(empty.or(sections.last()).map(|section| &section.id))
        }
        Some(number) => match sections.get(number) {
            Some(section) => Ok(Some(&section.id)),
            None => Err(CliError::Usage(
                Message::new("cli-no-section").with("n", number).with("count", sections.len()),
            )),
        },
    }
}

/// Who trains by the unit: nobody for a file that names people this database does not know.
fn people(unit: &Unit, context: &Context<'_>) -> Result<People, CliError> {
    let mut people = People { group: None, athlete: None, framework: None, recent: Vec::new() };
    if unit.owner == Owner::Nobody {
        return Ok(people);
    }
    let database = Database::open(&context.settings)?;
    let (store, viewer) = (&database.store, &database.viewer);
    match &unit.owner {
        Owner::Group(id) => people.group = database.wait(store.group(viewer, id)).ok(),
        Owner::Athlete(id) => people.athlete = database.wait(store.athlete(viewer, id)).ok(),
        Owner::Nobody => {}
    }
    let query = PlanQuery {
        owner: Some(unit.owner.clone()),
        to: unit.date,
        limit: Some(RECENT),
        ..PlanQuery::default()
    };
    let units = database.ask(store.units(viewer, &query))?;
    people.recent = units
        .into_iter()
        .rev()
        .map(|stored| stored.document)
        .filter(|other| other.id != unit.id)
        .collect();
    let slot = unit.slot.as_ref().map(|(framework, _)| framework.clone());
    let framework = slot.or_else(|| people.group.as_ref()?.framework.clone());
    if let Some(id) = framework {
        people.framework = database.wait(store.framework(viewer, &id)).ok();
    }
    database.close();
    Ok(people)
}

fn print(report: &Report, context: &mut Context<'_>) -> Result<(), CliError> {
    for hit in &report.hits {
        context.out.line(&format!("{:.2}  {}  ({})", hit.score, hit.title, hit.id))?;
        for reason in &hit.reasons {
            context.out.line(&format!("      {reason}"))?;
        }
        for part in hit.parts.iter().flatten() {
            let sum = format!("{:.2} × {:.2} = {:+.2}", part.value, part.weight, part.points);
            context.out.line(&format!("      {}: {sum}", part.part))?;
        }
    }
    for excluded in report.excluded.iter().flatten() {
        context.out.line(&format!("–     {}  ({})", excluded.title, excluded.id))?;
        for reason in &excluded.reasons {
            context.out.line(&format!("      {reason}"))?;
        }
    }
    Ok(())
}
