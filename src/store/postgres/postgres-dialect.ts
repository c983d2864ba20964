import { type DataTypeNode, PostgresDialect, type PostgresPool, PostgresQueryCompiler } from 'kysely';

/**
 * Kysely's dialect, whose texts are compared and sorted by their bytes, as in SQLite, whatever the collation of the database. So both give
 * the same answers, indexes serve the sorting, and no update of the system's collations breaks an index.
 */
export class BytewiseDialect extends PostgresDialect {
  constructor(pool: PostgresPool) {
    super({ pool });
  }

  override createQueryCompiler(): PostgresQueryCompiler {
    return new BytewiseCompiler();
  }
}

class BytewiseCompiler extends PostgresQueryCompiler {
  protected override visitDataType(node: DataTypeNode): void {
    super.visitDataType(node);
    if (node.dataType === 'text') this.append(' collate "C"');
  }
}
