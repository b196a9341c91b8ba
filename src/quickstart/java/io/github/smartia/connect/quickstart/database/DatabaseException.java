package io.github.smartia.connect.quickstart.database;

import java.io.Serial;
import java.sql.SQLException;

/** DuckDB could not do what it was asked to. */
final class DatabaseException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    DatabaseException(SQLException cause) {
        super("The database failed. " + cause.getMessage(), cause);
    }
}
