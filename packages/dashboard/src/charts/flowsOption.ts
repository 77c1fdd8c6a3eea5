import type { EChartsCoreOption } from 'echarts/core';
import { plainText } from './plainText.ts';

export interface FlowsOptions {
  nodes: { id: string; label: string; colour: string; layer: number; number: number }[];
  links: { from: string; to: string; number: number }[];
  /** A number with what it counts: "12 companies". */
  told: (number: number) => string;
  /** There is little room for names: they stand on the flows. */
  narrow: boolean;
}

interface Hovered {
  dataType: 'node' | 'edge';
  data: { name?: string; source?: string; target?: string; value?: number };
}

/** Flows from left to right, each place named beside its bar. */
export function flowsOption({ nodes, links, told, narrow }: FlowsOptions): EChartsCoreOption {
  const last = Math.max(...nodes.map(({ layer }) => layer));
  const labelOf = (id: string | undefined) => plainText(nodes.find((node) => node.id === id)?.label ?? '');
  return {
    tooltip: {
      trigger: 'item',
      formatter: ({ dataType, data }: Hovered) =>
        dataType === 'edge'
          ? `${labelOf(data.source)} → ${labelOf(data.target)}\n${told(data.value ?? 0)}`
          : `${labelOf(data.name)}\n${told(nodes.find(({ id }) => id === data.name)?.number ?? 0)}`,
    },
    series: [
      {
        type: 'sankey',
        left: 16,
        right: narrow ? 16 : 132,
        top: 12,
        bottom: 12,
        nodeWidth: 10,
        nodeGap: 10,
        nodeAlign: 'left',
        draggable: false,
        layoutIterations: 32,
        emphasis: { focus: 'adjacency' },
        data: nodes.map(({ id, label, colour, layer, number }) => ({
          name: id,
          depth: layer,
          itemStyle: { color: colour, borderWidth: 0 },
          label: {
            formatter: `${plainText(label, narrow ? 14 : 20)}  ${number}`,
            position: narrow && layer === last ? 'left' : 'right',
          },
        })),
        links: links.map(({ from, to, number }) => ({ source: from, target: to, value: number })),
        label: { color: 'var(--ink)', fontSize: narrow ? 10 : 11, distance: narrow ? 4 : 6 },
        lineStyle: { color: 'source', opacity: 0.22, curveness: 0.5 },
      },
    ],
  };
}
