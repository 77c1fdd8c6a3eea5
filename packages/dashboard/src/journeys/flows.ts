import type { PathReport } from '@spectacle/server/answers';

/** A place in a path with what came by there: "0:Paid Search". */
export interface FlowNode {
  id: string;
  position: number;
  key: string;
  /** How many went through it on, or came to it. */
  entities: number;
}

export interface Flows {
  nodes: FlowNode[];
  links: { from: string; to: string; entities: number }[];
  /** Steps that are left out, because they are later or thinner than what one can still see. */
  hidden: number;
}

export function nodeId(position: number, key: string): string {
  return `${position}:${key}`;
}

/**
 * The steps of all paths as a picture of flows: the first `positions` visits, in each the `most` commonest values, the
 * others together as "Other".
 */
export function flowsOf(steps: PathReport['steps'], positions = 5, most = 7): Flows {
  const shown = steps.filter((step) => step.position < positions - 1);
  const through = new Map<string, FlowNode>();
  const touch = (position: number, key: string, entities: number) => {
    const id = nodeId(position, key);
    const node = through.get(id) ?? { id, position, key, entities: 0 };
    node.entities += entities;
    through.set(id, node);
  };
  for (const { position, from, to, entities } of shown) {
    if (position === 0) touch(0, from, entities);
    touch(position + 1, to, entities);
  }
  const kept = new Set<string>();
  for (let position = 0; position < positions; position++) {
    const here = [...through.values()].filter((node) => node.position === position);
    for (const node of here.sort((a, b) => b.entities - a.entities).slice(0, most)) kept.add(node.id);
  }
  const place = (position: number, key: string) => (kept.has(nodeId(position, key)) ? key : 'Other');
  const nodes = new Map<string, FlowNode>();
  const links = new Map<string, { from: string; to: string; entities: number }>();
  for (const { position, from, to, entities } of shown) {
    const [start, end] = [place(position, from), place(position + 1, to)];
    const [fromId, toId] = [nodeId(position, start), nodeId(position + 1, end)];
    const link = links.get(`${fromId}\n${toId}`) ?? { from: fromId, to: toId, entities: 0 };
    link.entities += entities;
    links.set(`${fromId}\n${toId}`, link);
    nodes.set(fromId, { id: fromId, position, key: start, entities: 0 });
    nodes.set(toId, { id: toId, position: position + 1, key: end, entities: 0 });
  }
  for (const node of nodes.values()) {
    const out = sum([...links.values()].filter(({ from }) => from === node.id));
    const into = sum([...links.values()].filter(({ to }) => to === node.id));
    node.entities = Math.max(out, into);
  }
  return { nodes: [...nodes.values()], links: [...links.values()], hidden: sum(steps) - sum(shown) };
}

function sum(parts: { entities: number }[]): number {
  return parts.reduce((total, { entities }) => total + entities, 0);
}
