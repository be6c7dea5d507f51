import { axis, series, type ItemFamily } from '../family';
import { PIECE_BREAKS } from './packaging';

const piece = { unit: 'EA', breaks: PIECE_BREAKS } as const;
const BRANDS = axis('OS|Ostrova|1.2', 'KB|Kestrel', 'VN|Vantor|0.8');

/** Bearings, belts, chain, motors. */
export const POWER_TRANSMISSION: readonly ItemFamily[] = [
  {
    ...piece,
    category: 'BEAR',
    number: '{0}{1}-{2}-{3}',
    description: '{3} deep groove ball bearing {0}{1} {2}',
    axes: [
      axis('60|60|0.8', '62', '63|63|1.3'),
      series(0, 16, { digits: 2, growth: 0.22 }).map((size) => ({ ...size, text: size.code })),
      axis('OPEN|open|0.85', 'ZZ|shielded', '2RS|sealed|1.1', '2RSC3|sealed, C3 clearance|1.25'),
      BRANDS,
    ],
    price: 6.4,
    manufacturer: 'Ostrova Bearings',
    substituteAxis: 3,
  },
  {
    ...piece,
    category: 'BEAR',
    number: 'UC{1}{0}-{2}',
    description: '{1} mounted bearing, bore {0}',
    axes: [
      series(201, 20, { growth: 0.12 }),
      axis('P|Pillow block', 'F|Four-bolt flange|1.1', 'FL|Two-bolt flange'),
      BRANDS.slice(0, 2),
    ],
    price: 18.5,
    manufacturer: 'Ostrova Bearings',
    substituteAxis: 2,
  },
  {
    ...piece,
    category: 'BELT',
    number: '{0}{1}-{2}',
    description: 'V-belt {0}{1}',
    axes: [
      axis('A|A|0.8', 'B', 'C|C|1.8', '5V|5V|2.2'),
      series(26, 40, { step: 3, growth: 0.035 }),
      BRANDS.slice(0, 2),
    ],
    price: 8.2,
    manufacturer: 'Gripline Belting',
    substituteAxis: 2,
  },
  {
    category: 'CHAN',
    number: 'RC-{0}-{1}',
    description: 'Roller chain #{0} {1}',
    axes: [
      axis('35|35|0.7', '40', '50|50|1.3', '60|60|1.8', '80|80|3', '100|100|4.4'),
      axis('STD|standard', 'NP|nickel plated|2.1', 'SS|stainless|4'),
    ],
    price: 4.1,
    unit: 'FT',
    units: [
      { unit: 'FT', factor: 1 },
      { unit: 'BX', factor: 10 },
    ],
    manufacturer: 'Vantor',
    breaks: [{ from: 50, percent: 5 }],
  },
  {
    ...piece,
    category: 'CHAN',
    number: 'SPR{0}-{1}',
    description: 'Sprocket #{0} chain, {1} teeth',
    axes: [
      axis('35|35|0.7', '40', '50|50|1.3', '60|60|1.8', '80|80|3', '100|100|4.4'),
      series(10, 20, { growth: 0.09 }),
    ],
    price: 11.3,
    manufacturer: 'Vantor',
  },
  {
    ...piece,
    category: 'MOTR',
    number: 'MTR-{0}-{1}-{2}',
    description: 'Electric motor {0} HP {1} rpm {2}',
    axes: [
      axis(
        '0.5|1/2|0.7',
        '0.75|3/4|0.8',
        '1',
        '1.5|1-1/2|1.2',
        '2|2|1.4',
        '3|3|1.7',
        '5|5|2.3',
        '7.5|7-1/2|3.2',
        '10|10|4.1',
        '15|15|5.8',
      ),
      axis('1200|1200|1.25', '1800', '3600|3600|0.95'),
      axis('ODP|open drip proof|0.85', 'TEFC'),
    ],
    price: 286,
    manufacturer: 'Halvern Motors',
    substituteAxis: 2,
  },
  {
    ...piece,
    category: 'SEAL',
    number: 'ORNG-{0}-{1}',
    description: 'O-ring AS568-{0} {1}',
    axes: [
      series(1, 120, { step: 3, digits: 3, growth: 0.03 }),
      axis('N70|Buna-N 70', 'V75|Viton 75|3.2', 'E70|EPDM 70|1.3'),
    ],
    price: 0.22,
    units: [
      { unit: 'EA', factor: 1 },
      { unit: 'BX', factor: 100 },
    ],
    sellingUnit: 'BX',
    breaks: [{ from: 500, percent: 8 }],
    manufacturer: 'Sealwright',
    substituteAxis: 1,
  },
];
