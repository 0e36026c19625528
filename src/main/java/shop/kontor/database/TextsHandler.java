package shop.kontor.database;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.MappedTypes;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Maps a list of texts to a column with a JSON array. */
@MappedTypes(List.class)
public class TextsHandler extends BaseTypeHandler<List<String>> {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<String>> TYPE = new TypeReference<>() {};

    @Override
    public void setNonNullParameter(PreparedStatement statement, int i, List<String> texts, JdbcType type)
            throws SQLException {
        statement.setString(i, JSON.writeValueAsString(texts));
    }

    @Override
    public @Nullable List<String> getNullableResult(ResultSet row, String column) throws SQLException {
        return texts(row.getString(column));
    }

    @Override
    public @Nullable List<String> getNullableResult(ResultSet row, int column) throws SQLException {
        return texts(row.getString(column));
    }

    @Override
    public @Nullable List<String> getNullableResult(CallableStatement call, int column) throws SQLException {
        return texts(call.getString(column));
    }

    private static @Nullable List<String> texts(@Nullable String json) {
        return json == null ? null : JSON.readValue(json, TYPE);
    }
}
