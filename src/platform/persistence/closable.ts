import type { DataSource } from 'typeorm';

/** Works on the connections of a data source and keeps prepared statements on them. */
export interface Closable {
  /** Lets what is running finish, takes nothing new and gives the connections free. */
  close(): Promise<void>;
}

/**
 * Makes `destroy` of a data source close its user first. Whoever ends the data source, Nest's module or we, then does it
 * in the right order: SQLite does not close a connection that still has statements, and a request that is still
 * running when the application stops must get its commit.
 */
export function closedWith<User extends Closable>(dataSource: DataSource, user: User): User {
  const destroy = dataSource.destroy.bind(dataSource);
  dataSource.destroy = async () => {
    await user.close();
    await destroy();
  };
  return user;
}
