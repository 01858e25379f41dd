export { balanceOf, yearToBookIn, type Balance } from './balance';
