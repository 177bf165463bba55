"""Who may change anything: accounts, sessions, roles. Without accounts nobody can."""
