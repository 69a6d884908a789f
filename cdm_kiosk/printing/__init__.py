"""The ticket as paper: one pure layout, drawn as dots for thermal printers and as vectors for PDF."""
