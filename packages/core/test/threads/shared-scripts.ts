// Scripts that several VMs run at once, on what the module `world` has: see shared-world.ts.

/** Makes two tokens, 500 times; the number of times that one was another's. `name` must differ between VMs. */
export function tokenRounds(name: string): string {
  return `
from world import Token
wrong = 0
for round in range(500):
    a, b = Token(f"${name} a {round}"), Token(f"${name} b {round}")
    wrong += (a.owner, b.owner) != (f"${name} a {round}", f"${name} b {round}")
    a.release()
    wrong += b.owner != f"${name} b {round}"
    b.release()
wrong`;
}

/** Tries 100 times to change `record`; the number of times that it could. */
export const RECORD_TRIES = `
import world
successes = 0
for _ in range(100):
    try:
        with record.changing() as own:
            before = own.count
            for _ in range(20): pass
            own.count = before + 1
            successes += 1
    except RuntimeError: pass
successes`;
