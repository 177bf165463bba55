"""What people decide on links: read, brought together, recorded, and what is worth deciding next."""
