"""Any SPARQL 1.1 server as the place where the graph is kept: asked, and pushed to, by plain HTTP.

`place` is an address, `credentials` who asks, `wire` one request within its limits; `results` reads an answer while it
comes, `names` tells pushed graphs from those of a build, `register` which pushed build is current, `remote` is the
Asker, `writing` puts graphs there, `pushed` is the current build as far as it can be known from afar. What single
servers do differently stands in `quirks` alone.
"""
