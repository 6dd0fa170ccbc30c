"""The hand-off: a finished film for editing programs, players and outside evaluators, one small module per format."""

from agent.exporting.formats import FORMATS, Format, export_run
from agent.exporting.values import Exported

__all__ = ["FORMATS", "Exported", "Format", "export_run"]
