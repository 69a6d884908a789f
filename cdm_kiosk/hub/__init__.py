"""The hub: one headless process per site that alone decides."""
