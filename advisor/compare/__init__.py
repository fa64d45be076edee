"""The Compare page: pinned plans side by side, and their differences in words."""
