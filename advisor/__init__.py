"""The computation behind the distillation advisor: pure Python, numpy and scipy, no Qt."""
