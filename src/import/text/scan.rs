//! Reads one line from left to right: at each token the rules for tempo, rest, effort,
//! organisation, amounts and loads are tried in that order; what no rule takes is the name.

use super::amount::Cursor;
use super::facts::Scan;
use super::lexer::tokens;
use super::{effort, load, organisation, product, waves, work};

/// Tries to read what starts at a token; the token behind it, where something does.
type Rule = fn(&mut Scan, Cursor<'_>, usize) -> Option<usize>;

impl Scan {
    /// Reads a line.
    pub(super) fn read(letters: &[char]) -> Self {
        let tokens = tokens(letters);
        let mut scan = Self { roles: vec![None; tokens.len()], ..Self::default() };
        let cursor = Cursor { tokens: &tokens };
        let mut at = 0;
        while at < tokens.len() {
            if cursor.sign(at, '(') || cursor.sign(at, '[') {
                scan.depth += 1;
            } else if cursor.sign(at, ')') || cursor.sign(at, ']') {
                scan.depth = scan.depth.saturating_sub(1);
            }
            at = scan.step(cursor, at).max(at + 1);
        }
        scan.tokens = tokens;
        scan
    }

    /// Tries the rules at one token; the token behind what was taken, or the next one.
    fn step(&mut self, cursor: Cursor<'_>, at: usize) -> usize {
        const RULES: [Rule; 18] = [
            effort::tempo,
            effort::rest,
            effort::rpe_rir,
            organisation::organisation,
            effort::side,
            effort::to_failure,
            work::set_of,
            waves::waves,
            product::product,
            product::interval,
            work::reps_at,
            work::each_side,
            work::measured,
            load::at_load,
            load::added_load,
            load::bare_load,
            work::list,
            work::leading,
        ];
        RULES.iter().find_map(|rule| rule(self, cursor, at)).unwrap_or(at + 1)
    }
}
