package shop.kontor.cart;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import shop.kontor.api.model.Cart;
import shop.kontor.stock.ProductQuantity;

/** The rows of carts. */
@Mapper
interface CartMapper {

    Optional<Cart> find(long userId);

    List<ProductQuantity> listLines(long userId);

    int insertItem(long userId, long productId, int quantity);

    int delete(long userId);

    int deleteItem(long userId, long productId);
}
