mod builtin;
mod context;
mod fixture;
mod formulas;
mod query;
mod ranking;
mod report;
