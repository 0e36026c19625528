package shop.kontor.catalog;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.openapitools.jackson.nullable.JsonNullable;
import shop.kontor.api.model.ProductCategory;

/** Reads a product's category from {@code category_id} and {@code category_name}; null is a value of the DTO. */
public class ProductCategoryHandler extends BaseTypeHandler<JsonNullable<ProductCategory>> {

    @Override
    public JsonNullable<ProductCategory> getNullableResult(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, Long.class);
        return JsonNullable.of(id == null ? null : new ProductCategory(id, row.getString("category_name")));
    }

    @Override
    public JsonNullable<ProductCategory> getNullableResult(ResultSet row, int column) throws SQLException {
        throw new SQLFeatureNotSupportedException("columns are read by name only");
    }

    @Override
    public JsonNullable<ProductCategory> getNullableResult(CallableStatement call, int column) throws SQLException {
        throw new SQLFeatureNotSupportedException("columns are read by name only");
    }

    @Override
    public void setNonNullParameter(
            PreparedStatement statement, int i, JsonNullable<ProductCategory> value, JdbcType type)
            throws SQLException {
        throw new SQLFeatureNotSupportedException("a parameter is never set");
    }
}
