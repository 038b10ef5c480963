"""The fields in which two offices left different values, and the record of how that ended."""
