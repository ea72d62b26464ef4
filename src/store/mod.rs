//! Where plans, people and the library live one async interface that speaks domain types and takes a viewer on every call.
