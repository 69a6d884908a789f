"""Days played on a virtual clock: written visits, plausible ones, and what came of them."""
