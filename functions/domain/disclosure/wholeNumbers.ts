/**
 * Stands in, when functions are bundled, for the queue by which the solver looks for whole numbers: programs here never ask
 * for them, and it is a kilobyte of the bundle.
 */
export default class WholeNumbers {
  constructor() {
    throw new Error('A linear program asks for whole numbers.');
  }
}
