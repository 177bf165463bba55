"""UN INFO: results frameworks and joint work plans of country teams, as its API's files tell them."""
