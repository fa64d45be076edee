"""How to cite the study whose law this program computes with."""

from __future__ import annotations

BIBTEX = """\
@inproceedings{busbridge2025distillation,
  title         = {Distillation Scaling Laws},
  author        = {Busbridge, Dan and Shidani, Amitis and Weers, Floris and
                   Ramapuram, Jason and Littwin, Etai and Webb, Russ},
  booktitle     = {International Conference on Machine Learning},
  year          = {2025},
  eprint        = {2502.08606},
  archivePrefix = {arXiv}
}
"""
"""The entry for a bibliography."""

AUTHORS = "Dan Busbridge, Amitis Shidani, Floris Weers, Jason Ramapuram, Etai Littwin, Russ Webb"
TITLE = "Distillation Scaling Laws"
PLACE = "ICML 2025, arXiv:2502.08606"
