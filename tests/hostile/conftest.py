"""The viewer's own story and app, for those who mean harm."""

from tests.webui.conftest import app, client, told

__all__ = ["app", "client", "told"]
