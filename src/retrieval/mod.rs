//! The search that knows the plan context pack, intent, profiles, score, reasons, ranking.
