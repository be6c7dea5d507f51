import { axis, series, type ItemFamily } from '../family';
import { BOX_100, BOXED_BREAKS } from './packaging';

const INCH = axis(
  '025|1/4-20|0.6',
  '031|5/16-18|0.75',
  '038|3/8-16|1',
  '044|7/16-14|1.3',
  '050|1/2-13|1.7',
  '063|5/8-11|2.6',
  '075|3/4-10|4',
  '100|1-8|7.5',
);
const LENGTHS = axis(
  '050|1/2"|0.8',
  '075|3/4"|0.9',
  '100|1"|1',
  '125|1-1/4"|1.1',
  '150|1-1/2"|1.2',
  '175|1-3/4"|1.3',
  '200|2"|1.4',
  '250|2-1/2"|1.7',
  '300|3"|2',
  '350|3-1/2"|2.3',
  '400|4"|2.6',
  '600|6"|3.8',
);
const GRADES = axis(
  'G5Z|Grade 5 zinc',
  'G8Y|Grade 8 yellow zinc|1.5',
  '188|18-8 stainless|2.4',
  '316|316 stainless|3.6',
);
const METRIC = axis(
  'M05|M5|0.4',
  'M06|M6|0.5',
  'M08|M8|0.8',
  'M10|M10|1.2',
  'M12|M12|1.8',
  'M16|M16|3.4',
  'M20|M20|5.6',
  'M24|M24|9',
);

const boxed = {
  unit: 'EA',
  units: BOX_100,
  sellingUnit: 'BX',
  breaks: BOXED_BREAKS,
  manufacturer: 'Boltmark',
} as const;

/** Screws, nuts, washers and anchors, sold by the box of 100. */
export const FASTENERS: readonly ItemFamily[] = [
  {
    ...boxed,
    category: 'FAST',
    number: 'HCS-{0}-{1}-{2}',
    description: 'Hex cap screw {0} x {1}',
    description2: 'ASME B18.2.1',
    axes: [INCH, LENGTHS, GRADES],
    price: 0.34,
    substituteAxis: 2,
  },
  {
    ...boxed,
    category: 'FAST',
    number: 'SHC-{0}-{1}-{2}',
    description: 'Socket head cap screw {0} x {1}',
    axes: [INCH, LENGTHS.slice(0, 10), axis('BLK|alloy black', '188|18-8 stainless|2.1', '316|316 stainless|3.2')],
    price: 0.41,
    substituteAxis: 2,
  },
  {
    ...boxed,
    category: 'FAST',
    number: 'MHB-{0}-{1}-{2}',
    description: 'Metric hex bolt {0} x {1} mm',
    description2: 'DIN 933',
    axes: [
      METRIC,
      series(16, 12, { step: 8, digits: 3, growth: 0.09 }),
      axis('88Z|class 8.8 zinc', '109|class 10.9|1.4', 'A2|A2 stainless|2.2'),
    ],
    price: 0.38,
    substituteAxis: 2,
  },
  {
    ...boxed,
    category: 'FAST',
    number: 'NUT-{0}-{1}-{2}',
    description: '{1} nut {0}',
    axes: [INCH, axis('HEX|Hex', 'NYL|Nylon insert lock|1.6', 'FLG|Flange|1.4'), GRADES],
    price: 0.14,
    substituteAxis: 2,
  },
  {
    ...boxed,
    category: 'FAST',
    number: 'WSH-{0}-{1}-{2}',
    description: '{1} washer {0}',
    axes: [INCH, axis('FLT|Flat', 'SPL|Split lock|1.1'), GRADES],
    price: 0.08,
    substituteAxis: 2,
  },
  {
    ...boxed,
    category: 'FAST',
    number: 'LAG-{0}-{1}-{2}',
    description: 'Lag screw {0} x {1}',
    axes: [INCH.slice(0, 5), LENGTHS.slice(4), axis('HDG|hot dip galvanized', '188|18-8 stainless|2.3')],
    price: 0.4,
  },
  {
    category: 'FAST',
    number: 'TR-{0}-{1}-{2}',
    description: 'Threaded rod {0} x {1}',
    axes: [INCH, axis('03|3 ft|0.5', '06|6 ft', '12|12 ft|1.9'), GRADES.slice(0, 3)],
    price: 5.2,
    unit: 'EA',
    manufacturer: 'Boltmark',
  },
  {
    ...boxed,
    category: 'ANCH',
    number: 'ANC-{0}-{1}-{2}',
    description: '{0} anchor {1} x {2}',
    axes: [
      axis('WDG|Wedge', 'SLV|Sleeve|0.9', 'DRP|Drop-in|0.8', 'SCR|Screw|1.2'),
      INCH.slice(0, 5),
      LENGTHS.slice(6, 10),
    ],
    price: 1.15,
    manufacturer: 'Holdwell',
  },
];
