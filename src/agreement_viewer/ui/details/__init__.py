"""All that is known of one item or task, in the right column."""
