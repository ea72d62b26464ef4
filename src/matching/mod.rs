//! A written name becomes exercises with a calibrated confidence.
