package shop.kontor.database;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.MappedTypes;
import org.openapitools.jackson.nullable.JsonNullable;

/** Maps a nullable column to a {@code JsonNullable}, where null is a value and not an absence; reads integers only. */
@MappedTypes(JsonNullable.class)
public class JsonNullableHandler extends BaseTypeHandler<JsonNullable<?>> {

    @Override
    public void setNonNullParameter(PreparedStatement statement, int i, JsonNullable<?> value, JdbcType type)
            throws SQLException {
        statement.setObject(i, value.orElse(null));
    }

    @Override
    public JsonNullable<?> getNullableResult(ResultSet row, String column) throws SQLException {
        return JsonNullable.of(row.getObject(column, Long.class));
    }

    @Override
    public JsonNullable<?> getNullableResult(ResultSet row, int column) throws SQLException {
        return JsonNullable.of(row.getObject(column, Long.class));
    }

    @Override
    public JsonNullable<?> getNullableResult(CallableStatement call, int column) throws SQLException {
        return JsonNullable.of(call.getObject(column, Long.class));
    }
}
