export { allWorkflows } from './all';
