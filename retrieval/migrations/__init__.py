"""Opening a database of any age: connections, and ordered steps to the tables of today."""
