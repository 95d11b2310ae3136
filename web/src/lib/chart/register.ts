import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
} from 'chart.js';
import { gaps } from './gaps.ts';
import { mark } from './mark.ts';
import { reading } from './reading.ts';

/* Only the parts of Chart.js that our charts use; fetched when the first chart is about to be drawn. */
Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  gaps,
  mark,
  reading,
);

export { Chart };
