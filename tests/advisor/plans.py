"""Plans that tests share, written as their files would be."""

from __future__ import annotations

import json
from typing import Any

from advisor.plan import Plan
from advisor.plan_file import parse_plan

H100S = {"accelerator": "h100-sxm5", "count": 16, "hours": 120, "utilization": 0.38}
THREE_TEACHERS = [
    {"name": "8B", "parameters": 7e9, "training_tokens": 15e12},
    {"name": "3B", "parameters": 3e9, "training_tokens": 1e12},
    {"name": "70B", "parameters": 68e9, "training_tokens": 15e12},
]


def plan(**sections: Any) -> Plan:
    """Return the plan of a file with these sections; a 1B student and 1e21 FLOPs where nothing else is said."""
    tree = {"student": {"parameters": 1e9}, **sections}
    if "hardware" not in tree and "budget_flops" not in tree:
        tree["budget_flops"] = 1e21
    return parse_plan(json.dumps(tree).encode())[0]


CLEAR_DISTIL = plan(student={"parameters": 7e9}, hardware=H100S, teacher={"exists": True, "candidates": THREE_TEACHERS})
CLEAR_DIRECT = plan(student={"parameters": 1e9}, budget_flops=1e21)
TIE = plan(student={"parameters": 1e9}, hardware={**H100S, "count": 64, "hours": 504}, teacher={"exists": True})
