"""Topological order of a graph."""

__all__ = ["TopologicalSorter", "CycleError"]


class CycleError(ValueError):
    """The graph goes round in circles; the second argument is a list of nodes that shows one."""


class _Node:
    __slots__ = "node", "waits_for", "successors", "state"

    def __init__(self, node):
        self.node = node
        self.waits_for = 0  # how many predecessors are not done
        self.successors = []
        self.state = "waiting"  # then "out", once it was handed out, then "done"


class TopologicalSorter:
    """Hands out the nodes of a graph so that each comes after its predecessors."""

    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, graph=None):
        self._nodes = {}
        self._ready = None
        self._handed_out = 0
        self._done = 0
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def _info(self, node):
        info = self._nodes.get(node)
        if info is None:
            info = self._nodes[node] = _Node(node)
        return info

    def add(self, node, *predecessors):
        """Add a node, or more predecessors to one that is there."""
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        info = self._info(node)
        info.waits_for += len(predecessors)
        for predecessor in predecessors:
            self._info(predecessor).successors.append(node)

    def prepare(self):
        """End the adding, and look for cycles."""
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = []
        for info in self._nodes.values():
            if info.waits_for == 0:
                self._ready.append(info.node)
        cycle = self._cycle()
        if cycle is not None:
            raise CycleError("nodes are in a cycle", cycle)

    def get_ready(self):
        """A tuple of the nodes whose turn has come since the last call."""
        self._must_be_prepared()
        nodes = tuple(self._ready)
        for node in nodes:
            self._nodes[node].state = "out"
        self._ready.clear()
        self._handed_out += len(nodes)
        return nodes

    def is_active(self):
        """Whether there is more to hand out, or to be told of with done()."""
        self._must_be_prepared()
        return self._done < self._handed_out or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        """Say that nodes were dealt with, which may make others ready."""
        self._must_be_prepared()
        for node in nodes:
            info = self._nodes.get(node)
            if info is None:
                raise ValueError(f"node {node!r} was not added using add()")
            if info.state == "waiting":
                raise ValueError(f"node {node!r} was not passed out (still not ready)")
            if info.state == "done":
                raise ValueError(f"node {node!r} was already marked done")
            info.state = "done"
            self._done += 1
            for successor in info.successors:
                follower = self._nodes[successor]
                follower.waits_for -= 1
                if follower.waits_for == 0:
                    self._ready.append(successor)

    def static_order(self):
        """An iterator over all nodes, in order."""
        self.prepare()
        while self.is_active():
            nodes = self.get_ready()
            yield from nodes
            self.done(*nodes)

    def _must_be_prepared(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")

    def _cycle(self):
        """The nodes of some cycle, the first one again at the end; None when there is none."""
        seen = set()
        for start in self._nodes:
            if start in seen:
                continue
            path, places, open_ = [start], {start: 0}, [iter(self._nodes[start].successors)]
            seen.add(start)
            while path:
                for node in open_[-1]:
                    if node in places:
                        return [*path[places[node] :], node]
                    if node not in seen:
                        seen.add(node)
                        places[node] = len(path)
                        path.append(node)
                        open_.append(iter(self._nodes[node].successors))
                        break
                else:
                    del places[path.pop()]
                    open_.pop()
        return None
