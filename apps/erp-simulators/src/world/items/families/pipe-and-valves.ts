import { axis, series, type ItemFamily } from '../family';
import { BOX_10, PIECE_BREAKS } from './packaging';

const SIZES = axis(
  '1/8|1/8"|0.5',
  '1/4|1/4"|0.55',
  '3/8|3/8"|0.65',
  '1/2|1/2"|0.8',
  '3/4|3/4"|1',
  '1|1"|1.5',
  '1-1/4|1-1/4"|2.2',
  '1-1/2|1-1/2"|2.9',
  '2|2"|4.2',
  '3|3"|11',
);
const MATERIALS = axis('BLK|black malleable', 'GAL|galvanized|1.2', 'BRS|brass|2', '316|316 stainless|3.4');
const piece = { unit: 'EA', breaks: PIECE_BREAKS } as const;

/** Valves, fittings, hose. Nipples carry a slash in their item number, hydraulic hose a space, as real part numbers do. */
export const PIPE_AND_VALVES: readonly ItemFamily[] = [
  {
    ...piece,
    category: 'VALV',
    number: 'BV-{0}-{1}-{2}',
    description: 'Ball valve {0} {1}',
    description2: '600 WOG',
    axes: [SIZES.slice(1), MATERIALS, axis('THD|threaded', 'SWT|solder|0.95', 'PRS|press|1.4')].map(slashFree),
    price: 14.8,
    manufacturer: 'Northgate Valve',
    substituteAxis: 2,
  },
  {
    ...piece,
    category: 'VALV',
    number: '{2}V-{0}-{1}',
    description: '{2} valve {0} {1}',
    axes: [SIZES.slice(1), MATERIALS.slice(1), axis('G|Gate', 'CK|Swing check|0.9', 'GL|Globe|1.3')].map(slashFree),
    price: 21.4,
    manufacturer: 'Northgate Valve',
  },
  {
    ...piece,
    category: 'VALV',
    number: 'BFV-{0}-{1}',
    description: 'Butterfly valve {0}" {1}',
    axes: [series(2, 8, { digits: 2, step: 2, growth: 0.6 }), axis('LUG|lug', 'WAF|wafer|0.9', 'FLG|flanged|1.5')],
    price: 88,
    manufacturer: 'Northgate Valve',
  },
  {
    ...piece,
    category: 'FITT',
    number: 'PF-{0}-{1}-{2}',
    description: '{0} {1} {2}',
    axes: [
      axis(
        'EL90|90 elbow',
        'EL45|45 elbow|1.1',
        'TEE|Tee|1.3',
        'CPL|Coupling|0.8',
        'CAP|Cap|0.6',
        'PLG|Plug|0.5',
        'UN|Union|2.4',
        'CRS|Cross|2.2',
        'RED|Reducer|0.9',
        'BSH|Bushing|0.6',
      ),
      SIZES,
      MATERIALS,
    ].map(slashFree),
    price: 2.6,
    units: BOX_10,
    manufacturer: 'Iverson Pipe Works',
    substituteAxis: 2,
  },
  {
    ...piece,
    category: 'FITT',
    number: 'NIP-{0}X{1}-{2}',
    description: 'Pipe nipple {0} x {1}',
    axes: [
      SIZES.slice(1, 9),
      axis(
        'CL|close|0.6',
        '2|2"|0.7',
        '3|3"|0.8',
        '4|4"|0.9',
        '5|5"',
        '6|6"|1.1',
        '8|8"|1.4',
        '10|10"|1.7',
        '12|12"|2',
      ),
      axis('BLK|black', 'GAL|galvanized|1.2'),
    ],
    price: 3.1,
    units: BOX_10,
    manufacturer: 'Iverson Pipe Works',
    substituteAxis: 2,
  },
  {
    category: 'HOSE',
    number: 'HH {1} {0}',
    description: 'Hydraulic hose {1} {0}',
    axes: [
      axis(
        '04|1/4"|0.7',
        '06|3/8"|0.85',
        '08|1/2"',
        '10|5/8"|1.2',
        '12|3/4"|1.5',
        '16|1"|2',
        '20|1-1/4"|2.8',
        '24|1-1/2"|3.5',
      ),
      axis('100R1|SAE 100R1AT|0.8', '100R2|SAE 100R2AT', '100R12|SAE 100R12|1.6', '100R17|SAE 100R17|1.2'),
    ],
    price: 4.9,
    unit: 'FT',
    units: [
      { unit: 'FT', factor: 1 },
      { unit: 'RL', factor: 50 },
    ],
    breaks: [{ from: 250, percent: 6 }],
    manufacturer: 'Corvane Hydraulics',
    substituteAxis: 1,
  },
  {
    ...piece,
    category: 'HOSE',
    number: 'HF-{0}-{1}',
    description: 'Hose end {0} {1}',
    axes: [
      series(4, 8, { step: 2, digits: 2, growth: 0.3 }),
      axis(
        'MP|male pipe',
        'JICF|JIC female swivel|1.2',
        'ORB|O-ring boss|1.4',
        'FP|female pipe',
        '90J|90 JIC|2.1',
        'CAM|camlock|1.8',
      ),
    ],
    price: 7.7,
    manufacturer: 'Corvane Hydraulics',
  },
  {
    ...piece,
    category: 'HOSE',
    number: 'CLMP-{0}-{1}',
    description: 'Hose clamp size {0} {1}',
    axes: [series(4, 20, { step: 4, digits: 3, growth: 0.06 }), axis('WD|worm drive', 'TB|T-bolt|4')],
    price: 1.12,
    units: BOX_10,
    sellingUnit: 'BX',
    manufacturer: 'Corvane Hydraulics',
  },
];

/** Part numbers of these families write 1-1/2 as 112: only the nipples keep the slash. */
function slashFree(values: ItemFamily['axes'][number]): ItemFamily['axes'][number] {
  return values.map((value) => ({ ...value, code: value.code.replace(/[/-]/g, '') }));
}
