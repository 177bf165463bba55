"""National follow-up: plans with their actions, and what anybody says of implementation."""
