"""The Schedule page: phases in days, where the compute goes, memory and storage."""
