package shop.kontor.database;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.MappedTypes;
import org.jspecify.annotations.Nullable;

/** Maps enums to lower-case columns, as the contract writes them. */
@MappedTypes(Enum.class)
public class LowerCaseEnumHandler<E extends Enum<E>> extends BaseTypeHandler<E> {

    private final Class<E> type;

    /** MyBatis creates one for each enum. */
    public LowerCaseEnumHandler(Class<E> type) {
        this.type = type;
    }

    @Override
    public void setNonNullParameter(PreparedStatement statement, int i, E value, JdbcType jdbcType)
            throws SQLException {
        statement.setString(i, value.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public @Nullable E getNullableResult(ResultSet row, String column) throws SQLException {
        return value(row.getString(column));
    }

    @Override
    public @Nullable E getNullableResult(ResultSet row, int column) throws SQLException {
        return value(row.getString(column));
    }

    @Override
    public @Nullable E getNullableResult(CallableStatement call, int column) throws SQLException {
        return value(call.getString(column));
    }

    private @Nullable E value(@Nullable String text) {
        return text == null ? null : Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }
}
