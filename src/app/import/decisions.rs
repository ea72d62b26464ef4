//! What a coach decided so far, in a form that outlives the program.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::place::Place;
use super::review::ReviewPane;
use super::teach::Teach;
use crate::import::KeptRows;

/// The decisions of a review.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Decisions {
    /// Rows of the lines that were touched.
    pub rows: KeptRows,
    /// Where the days go.
    pub places: Vec<Place>,
    /// For whom names are taught, where it is not the coach alone.
    pub teach: BTreeMap<String, Teach>,
    /// The line under the cursor.
    pub line: usize,
}

impl ReviewPane {
    /// The same with the decisions of before, whose rows the draft holds already.
    #[must_use]
    pub fn resumed(mut self, decisions: Decisions) -> Self {
        self.touched = decisions.rows.lines().collect();
        // days of a text that is read otherwise by now go where they usually would
        for place in &mut self.places {
            if let Some(kept) = decisions.places.iter().find(|kept| kept.day == place.day) {
                place.to = kept.to.clone();
            }
        }
        self.teach = decisions.teach;
        self.go_to_line(decisions.line);
        self
    }

    /// The decisions made so far.
    #[must_use]
    pub fn decisions(&self) -> Decisions {
        let mut rows = KeptRows::default();
        for line in &self.touched {
            rows.keep(*line, self.rows_of(*line));
        }
        Decisions {
            rows,
            places: self.places.clone(),
            teach: self.teach.clone(),
            line: self.line().unwrap_or(1),
        }
    }
}
