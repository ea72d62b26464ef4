//! What one line, or one part of it, says: its fields, its name, and how much it reads like prose.

use super::facts::{Role, Scan, count};
use super::measures::{is_link, is_rest};
use super::names::Names;
use super::prose::{is_function_word, is_further, is_recovery, leads_in};
use super::session_names::{is_body, is_split, is_training};
use super::token::{Token, TokenKind};
use crate::domain::Span;
use crate::matching::Band;

/// A part of a line that was read.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own about the line")]
pub(super) struct Reading {
    pub(super) scan: Scan,
    /// First character of the part within the line.
    pub(super) offset: usize,
    /// Characters of the name within the line.
    pub(super) name: Option<(usize, usize)>,
    /// The name as text.
    pub(super) called: String,
    /// Words that are no name and no field.
    pub(super) words: usize,
    /// Words that only sentences need.
    pub(super) function_words: usize,
    /// It speaks of resting, not of an exercise.
    pub(super) resting: bool,
    /// It ends like a sentence.
    pub(super) sentence: bool,
    /// It starts with an amount.
    pub(super) starts_with_amount: bool,
    /// It starts with `then`.
    pub(super) further: bool,
    /// An `@` stands in it.
    pub(super) has_at: bool,
    /// Only swimmers and runners write so.
    pub(super) sends_off: bool,
    /// What was read where.
    pub(super) spans: Vec<(usize, usize, Role)>,
}

/// A run of tokens that no rule took.
#[derive(Debug, Clone, Copy)]
struct Run {
    from: usize,
    to: usize,
    /// A comma or dash stands before it, nothing else.
    soft: bool,
    /// Depth of brackets.
    depth: usize,
}

impl Reading {
    /// Reads the characters of a line from `offset` on.
    pub(super) fn of(letters: &[char], offset: usize) -> Self {
        let scan = Scan::read(letters);
        let mut reading = Self { offset, ..Self::default() };
        let runs = runs(&scan);
        if let Some((from, to)) = name(&scan, &runs, letters) {
            let (first, last) = (scan.tokens.get(from), scan.tokens.get(to - 1));
            if let (Some(first), Some(last)) = (first, last) {
                reading.name = Some((offset + first.from, offset + last.to));
                reading.called =
                    letters.iter().skip(first.from).take(last.to - first.from).collect();
            }
        }
        if scan.fields.sets.is_some()
            && scan.fields.distance_m.is_some()
            && is_recovery(&reading.called)
        {
            // `4 x 1 km, 400 m jog`: the jog lies between
            reading.name = None;
            reading.called.clear();
        }
        let mut depth = 0_usize;
        for token in &scan.tokens {
            if token.is_sign('(') || token.is_sign('[') {
                depth += 1;
            } else if token.is_sign(')') || token.is_sign(']') {
                depth = depth.saturating_sub(1);
            }
            let word = token.word();
            if depth == 0 && word.chars().count() > 1 {
                reading.words += 1;
                reading.function_words += usize::from(is_function_word(word));
            }
        }
        let mut words = scan.tokens.iter().map(Token::word).filter(|word| !word.is_empty());
        let first = words.by_ref().find(|word| !matches!(*word, "note" | "notes" | "hinweis"));
        reading.resting = first.is_some_and(is_rest)
            || (reading.name.is_none() && scan.fields.rest_s.is_some() && !scan.fields.has_work());
        reading.sentence = matches!(letters.last(), Some('.' | '!' | '?' | '…'));
        reading.scan = scan;
        reading
    }

    /// `Squats 10`: a bare number behind a name somebody knows counts repetitions, where nothing
    /// else does.
    pub(super) fn take_count(&mut self, letters: &[char], names: &mut Names<'_>) {
        let fields = &self.scan.fields;
        let bare = !fields.has_work() && fields.load.is_none() && self.scan.organisation.is_none();
        let [.., before, last] = self.scan.tokens.as_slice() else { return };
        let Some(value) = last.number().filter(|_| bare && !last.glued) else { return };
        let (Some((from, to)), counts) = (self.name, FEWEST..=MOST) else { return };
        // `game 4 against 4` is no count
        let numbers = self.scan.tokens.iter().filter(|token| token.number().is_some()).count();
        if numbers > 1
            || before.word().len() < 2
            || to != self.offset + last.to
            || !counts.contains(&value)
        {
            return;
        }
        let end = before.to;
        let start = from - self.offset;
        let stem: String = letters.iter().take(end).skip(start).collect();
        if names.band(&stem) < Band::High {
            return;
        }
        self.called = stem;
        self.name = Some((from, self.offset + end));
        self.scan.fields.reps = Some(Span::exactly(count(value)));
        if let Some(role) = self.scan.roles.last_mut() {
            *role = Some(Role::Reps);
        }
    }

    /// A clock time in a line of one set is how long it took: `Set 1: 1:00`, `2.5 km | 14:00`.
    pub(super) fn take_clock(&mut self) {
        let clock = self.scan.tokens.iter().find_map(|token| match token.kind {
            TokenKind::Clock(seconds) => Some(seconds),
            _ => None,
        });
        if let Some(seconds) = clock
            && self.scan.fields.reps.is_none()
            && self.scan.fields.rest_s.is_none()
        {
            self.scan.fields.duration_s.get_or_insert(Span::exactly(seconds));
        }
    }

    /// It reads like a sentence of a report or an explanation.
    pub(super) fn is_prose(&self) -> bool {
        let (words, function) = (self.words, self.function_words);
        (function >= 3 && words >= 7)
            || (function >= 2 && words >= 5 && self.sentence)
            || (function >= 2 && words >= 9)
            || (self.sentence && words >= 9 && function >= 1)
            || words > 24
    }

    /// Words of the name.
    pub(super) fn name_words(&self) -> usize {
        self.called.split_whitespace().count()
    }

    /// Keeps what later steps ask for and lets the tokens go: a long text has many lines.
    pub(super) fn settle(&mut self) {
        self.spans = self.spans();
        self.starts_with_amount = self.scan.roles.first().is_some_and(Option::is_some);
        self.further = self.scan.tokens.first().is_some_and(|first| is_further(first.word()));
        self.has_at = self.scan.tokens.iter().any(|token| token.is_sign('@'));
        self.sends_off = sends_off(&self.scan.tokens);
        self.scan.tokens = Vec::new();
        self.scan.roles = Vec::new();
    }

    /// Marks the name among the roles and gives all spans of the line.
    fn spans(&self) -> Vec<(usize, usize, Role)> {
        let mut spans: Vec<(usize, usize, Role)> = Vec::new();
        let mut last: Option<(usize, Role)> = None;
        for (at, (token, role)) in self.scan.tokens.iter().zip(&self.scan.roles).enumerate() {
            let Some(role) = role else { continue };
            let (from, to) = (self.offset + token.from, self.offset + token.to);
            match (last, spans.last_mut()) {
                (Some((before, known)), Some(span)) if before + 1 == at && known == *role => {
                    span.1 = to;
                }
                _ => spans.push((from, to, *role)),
            }
            last = Some((at, *role));
        }
        if let Some((from, to)) = self.name {
            spans.retain(|span| span.1 <= from || span.0 >= to);
            spans.push((from, to, Role::Name));
        }
        spans.sort_unstable();
        spans
    }
}

/// `5 x 100 on 1:30`, `2×1600 @LT`: only swimmers and runners write so.
fn sends_off(tokens: &[Token]) -> bool {
    let pace = |token: &Token| {
        matches!(token.word(), "pace" | "lt" | "strides" | "laps" | "renntempo" | "schwelle")
    };
    tokens.iter().any(pace)
        || tokens.iter().zip(tokens.iter().skip(1)).any(|(token, next)| {
            matches!(token.word(), "on" | "start" | "abgang")
                && matches!(next.kind, TokenKind::Clock(_))
        })
}

/// The runs of tokens nobody took, in order.
fn runs(scan: &Scan) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut open: Option<Run> = None;
    let (mut depth, mut soft) = (0_usize, false);
    for (at, (token, role)) in scan.tokens.iter().zip(&scan.roles).enumerate() {
        let sign = |signs: &[char]| signs.iter().any(|sign| token.is_sign(*sign));
        let gap =
            role.is_some() || sign(&['(', ')', '[', ']', ':', ';', '|', '=', '@', '→', '~', '*']);
        // hyphens and slashes inside a word part nothing
        let dash = sign(&['-', '/', '+']) && !token.glued;
        let comma = sign(&[',']);
        if gap || dash || comma || (sign(&['.', '!', '?']) && token.glued) {
            runs.extend(open.take());
            soft = (dash || comma) && !gap;
            if sign(&['(', '[']) {
                depth += 1;
            } else if sign(&[')', ']']) {
                depth = depth.saturating_sub(1);
            }
            continue;
        }
        match &mut open {
            Some(run) => run.to = at + 1,
            None => open = Some(Run { from: at, to: at + 1, soft, depth }),
        }
    }
    runs.extend(open);
    runs.into_iter().filter_map(|run| trimmed(scan, run)).collect()
}

/// The run without linking words and signs at its ends; `None` when nothing is left.
fn trimmed(scan: &Scan, mut run: Run) -> Option<Run> {
    let token = |at: usize| scan.tokens.get(at);
    let quote = |token: &Token| token.is_sign('"');
    while run.from < run.to {
        let first = token(run.from)?;
        let sign = first.word().is_empty() && first.number().is_none() && !quote(first);
        if !sign && !is_link(first.word()) {
            break;
        }
        if matches!(first.word(), "pro" | "per") {
            // `8 throws per player`: who does it, not what
            return None;
        }
        run.from += 1;
    }
    while run.from < run.to {
        let last = token(run.to - 1)?;
        let sign = last.word().is_empty() && last.number().is_none() && !quote(last);
        if !sign && !is_link(last.word()) {
            break;
        }
        run.to -= 1;
    }
    // quotes around the whole
    if run.to > run.from + 2
        && token(run.from).is_some_and(quote)
        && token(run.to - 1).is_some_and(quote)
    {
        run.from += 1;
        run.to -= 1;
    }
    let words = (run.from..run.to).filter_map(token).map(Token::word);
    let named = |word: &str| word.chars().count() > 1 && !word.ends_with("pause");
    words.into_iter().any(named).then_some(run)
}

/// A bare number between these behind a name counts repetitions; beyond, it may be a load.
const FEWEST: f64 = 3.0;
const MOST: f64 = 30.0;

/// Words a name may have before a comma ends it.
const NAME_WORDS: usize = 5;

/// `Leg day!!` and `Chest/Tris -` in front of an exercise: a title with no amount of its own.
fn heads(scan: &Scan, run: &Run, letters: &[char]) -> bool {
    let ends = |sign: &Token| sign.is_sign('!') || sign.is_sign('-') && !sign.glued;
    if run.from > 0 || !scan.tokens.get(run.to).is_some_and(ends) {
        return false;
    }
    let last = scan.tokens.get(run.to - 1).map_or(0, |token| token.to);
    let text: String = letters.iter().take(last).collect();
    is_training(&text) || is_split(&text) || is_body(&text)
}

/// The tokens of the name: the first run outside brackets, with what belongs to it.
fn name(scan: &Scan, runs: &[Run], letters: &[char]) -> Option<(usize, usize)> {
    let leads = |run: &Run| {
        (run.from..run.to).filter_map(|at| scan.tokens.get(at)).all(|token| leads_in(token.word()))
    };
    // `First 8 min rowing`: a word in front only leads in
    let named = |run: &Run| run.depth == 0 && !leads(run) && !heads(scan, run, letters);
    let at = runs.iter().position(named).or_else(|| runs.iter().position(|run| run.depth == 0))?;
    let main = *runs.get(at)?;
    let (from, mut to) = (main.from, main.to);
    for run in runs.iter().skip(at + 1) {
        let between = to..run.from;
        let untouched = between.clone().all(|at| scan.roles.get(at).is_none_or(Option::is_none));
        let words =
            (from..run.to).filter(|at| scan.tokens.get(*at).is_some_and(|t| !t.word().is_empty()));
        let short = words.count() <= NAME_WORDS;
        let comma =
            between.len() == 1 && scan.tokens.get(to).is_some_and(|token| token.is_sign(','));
        let slash =
            between.len() == 1 && scan.tokens.get(to).is_some_and(|token| token.is_sign('/'));
        let goes_on = scan.tokens.get(run.from).is_some_and(|token| leads_in(token.word()));
        if run.depth == main.depth && run.soft && untouched && short && (comma || slash) && !goes_on
        {
            to = run.to;
            continue;
        }
        let opens = scan.tokens.get(to).is_some_and(|token| token.is_sign('('));
        if run.depth == main.depth + 1 && opens && untouched {
            // `(Machine)` belongs to the name, `(switched from …)` explains it
            let capital = scan
                .tokens
                .get(run.from)
                .and_then(|token| letters.get(token.from))
                .is_some_and(|letter| letter.is_uppercase());
            let closes = scan.tokens.get(run.to).is_some_and(|token| token.is_sign(')'));
            if capital && closes && run.to - run.from <= 2 && between.len() == 1 {
                to = run.to + 1;
                continue;
            }
        }
        if run.depth == main.depth && opens {
            // `Paused (2-sec) Bench`: what stands in brackets is part of the name
            let bracket = between.clone().all(|at| {
                scan.tokens.get(at).is_some_and(|token| at == to || !token.is_sign('('))
                    && !matches!(scan.roles.get(at), Some(Some(Role::Sets)))
            });
            let closed = scan.tokens.get(run.from - 1).is_some_and(|token| token.is_sign(')'));
            if bracket && closed && between.len() <= 6 && short {
                to = run.to;
                continue;
            }
        }
        break;
    }
    Some((from, to))
}
