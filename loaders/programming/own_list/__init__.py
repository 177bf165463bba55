"""Lists that a country team keeps itself (XLSX, CSV), in one of two templates: projects, or a results framework."""
