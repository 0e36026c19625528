package shop.kontor.catalog;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;
import shop.kontor.api.model.TagSummary;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads the tags of a product from a JSON object of ids and names; the lowest ids first. */
public class TagsHandler extends BaseTypeHandler<List<TagSummary>> {

    private static final ObjectReader READER =
            new JsonMapper().readerFor(new TypeReference<TreeMap<Long, String>>() {});

    @Override
    public List<TagSummary> getNullableResult(ResultSet row, String column) throws SQLException {
        return read(row.getString(column));
    }

    @Override
    public List<TagSummary> getNullableResult(ResultSet row, int column) throws SQLException {
        return read(row.getString(column));
    }

    @Override
    public List<TagSummary> getNullableResult(CallableStatement call, int column) throws SQLException {
        return read(call.getString(column));
    }

    @Override
    public void setNonNullParameter(PreparedStatement statement, int i, List<TagSummary> tags, JdbcType type)
            throws SQLException {
        throw new SQLFeatureNotSupportedException("a parameter is never set");
    }

    private static List<TagSummary> read(@Nullable String json) {
        var tags = new ArrayList<TagSummary>();
        if (json != null) {
            SortedMap<Long, String> names = READER.readValue(json);
            names.forEach((id, name) -> tags.add(new TagSummary(id, name)));
        }
        return tags;
    }
}
