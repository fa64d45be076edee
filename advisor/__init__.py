"""The computation behind the distillation advisor: pure Python, numpy and scipy, no Qt."""

__version__ = "0.1.0"
