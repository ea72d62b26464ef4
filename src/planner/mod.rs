//! The offline planner outline, week, group unit, each line with its reason.
