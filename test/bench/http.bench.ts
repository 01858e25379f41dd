import { commandContest } from './command.bench';
export const httpContest = commandContest;
