export * from './long-job';
