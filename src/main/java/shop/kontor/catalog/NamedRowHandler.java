package shop.kontor.catalog;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.function.BiFunction;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.openapitools.jackson.nullable.JsonNullable;

/** Reads a row that a product refers to from its id and its name; null is a value of the DTO. */
class NamedRowHandler<T> extends BaseTypeHandler<JsonNullable<T>> {

    private final String nameColumn;
    private final BiFunction<Long, String, T> row;

    NamedRowHandler(String nameColumn, BiFunction<Long, String, T> row) {
        this.nameColumn = nameColumn;
        this.row = row;
    }

    @Override
    public JsonNullable<T> getNullableResult(ResultSet result, String column) throws SQLException {
        var id = result.getObject(column, Long.class);
        return JsonNullable.of(id == null ? null : row.apply(id, result.getString(nameColumn)));
    }

    @Override
    public JsonNullable<T> getNullableResult(ResultSet result, int column) throws SQLException {
        throw new SQLFeatureNotSupportedException("columns are read by name only");
    }

    @Override
    public JsonNullable<T> getNullableResult(CallableStatement call, int column) throws SQLException {
        throw new SQLFeatureNotSupportedException("columns are read by name only");
    }

    @Override
    public void setNonNullParameter(PreparedStatement statement, int i, JsonNullable<T> value, JdbcType type)
            throws SQLException {
        throw new SQLFeatureNotSupportedException("a parameter is never set");
    }
}
