"""Data to JSON and back."""

import json


def main():
    users = [{"id": i, "name": f"user{i}", "tags": ["a", "b"], "score": i * 1.5, "ok": True} for i in range(20)]
    data = {"users": users}
    for _ in range(60):
        s = json.dumps(data)
        d = json.loads(s)
    return len(s)
