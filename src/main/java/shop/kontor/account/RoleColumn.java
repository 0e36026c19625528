package shop.kontor.account;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.MappedTypes;
import shop.kontor.api.model.Role;

/** Keeps roles in the database as the contract writes them. */
@MappedTypes(Role.class)
public class RoleColumn extends BaseTypeHandler<Role> {

    @Override
    public void setNonNullParameter(PreparedStatement statement, int i, Role role, JdbcType type) throws SQLException {
        statement.setString(i, role.getValue());
    }

    @Override
    public Role getNullableResult(ResultSet row, String column) throws SQLException {
        return Role.fromValue(row.getString(column));
    }

    @Override
    public Role getNullableResult(ResultSet row, int column) throws SQLException {
        return Role.fromValue(row.getString(column));
    }

    @Override
    public Role getNullableResult(CallableStatement call, int column) throws SQLException {
        return Role.fromValue(call.getString(column));
    }
}
