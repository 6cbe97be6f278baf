"""The measures: how well claims are found and attributed, judged and answered, on any labelled files."""
