import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { ChartColors, ChartEngine } from './chart-engine';
import { type ChartContent, dashOf } from './chart-series';

use([BarChart, LineChart, GridComponent, TooltipComponent, SVGRenderer]);

/** Draws with Apache ECharts, as SVG: sharp at every zoom, and the size of these charts needs no canvas. */
export const echartsEngine: ChartEngine = (host) => {
  const chart = init(host, undefined, { renderer: 'svg' });
  return {
    draw: (content, colors) => chart.setOption(optionOf(content, colors), { notMerge: true }),
    resize: () => chart.resize(),
    remove: () => chart.dispose(),
  };
};

function optionOf(content: ChartContent, colors: ChartColors): EChartsCoreOption {
  const { times, format } = content;
  const axisLabel = { color: colors.text, fontFamily: colors.font, fontSize: 11 };
  return {
    animation: false,
    grid: { left: 4, right: 8, top: 12, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: colors.sheet,
      borderColor: colors.line,
      textStyle: { color: colors.text, fontFamily: colors.font, fontSize: 12 },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? format(value) : '–'),
    },
    xAxis: {
      type: 'category',
      data: [...times],
      boundaryGap: content.kind === 'stacked-bars',
      axisLabel: { ...axisLabel, hideOverlap: true },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colors.line } },
    },
    yAxis: {
      type: 'value',
      min: 0,
      minInterval: content.kind === 'stacked-bars' ? 1 : 0,
      splitNumber: 3,
      axisLabel: { ...axisLabel, formatter: format },
      splitLine: { lineStyle: { color: colors.line } },
    },
    series: content.series.map((series, index) => seriesOf({ content, colors, index }, series)),
  };
}

interface Drawing {
  readonly content: ChartContent;
  readonly colors: ChartColors;
  readonly index: number;
}

function seriesOf({ content, colors, index }: Drawing, { name, tone, values }: ChartContent['series'][number]): object {
  const shared = { name, data: values.map((value) => value ?? null), color: colors.tones[tone] };
  if (content.kind === 'stacked-bars') return { ...shared, type: 'bar', stack: 'all', barCategoryGap: '20%' };
  // A single measured minute between quiet ones has no line to either side, so that points are drawn.
  return { ...shared, type: 'line', symbol: 'circle', symbolSize: 4, lineStyle: { width: 2, type: dashOf(index) } };
}
