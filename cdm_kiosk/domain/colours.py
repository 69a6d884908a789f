"""The house's own colours, where a site has none of its own."""

PRIMARY = "#0F4C5C"
INK = "#1C2330"
SOFT_INK = "#5B6472"
