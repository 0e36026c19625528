package shop.kontor.catalog;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;
import shop.kontor.api.model.Image;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the images of a product as JSON. */
public class ImagesHandler extends BaseTypeHandler<List<Image>> {

    private static final JsonMapper JSON = new JsonMapper();
    private static final ObjectReader READER = JSON.readerForListOf(Image.class);

    @Override
    public void setNonNullParameter(PreparedStatement statement, int i, List<Image> images, JdbcType type)
            throws SQLException {
        statement.setString(i, JSON.writeValueAsString(images));
    }

    @Override
    public @Nullable List<Image> getNullableResult(ResultSet row, String column) throws SQLException {
        return read(row.getString(column));
    }

    @Override
    public @Nullable List<Image> getNullableResult(ResultSet row, int column) throws SQLException {
        return read(row.getString(column));
    }

    @Override
    public @Nullable List<Image> getNullableResult(CallableStatement call, int column) throws SQLException {
        return read(call.getString(column));
    }

    private static @Nullable List<Image> read(@Nullable String json) {
        return json == null ? null : READER.readValue(json);
    }
}
