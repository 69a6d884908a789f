"""One composition root per role; nobody imports these but the command line."""
