//! What every engine must agree on eligibility, the time model, fractional sets, loads, skill profiles.
