package shop.kontor.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import shop.kontor.api.model.Product;
import shop.kontor.api.model.ProductUpdate;
import shop.kontor.security.CurrentUser;
import shop.kontor.stock.DeletedProducts;
import shop.kontor.web.Cursor;

/** The rows of products, with their categories and tags. */
@Mapper
interface ProductMapper {

    Optional<Product> find(CurrentUser caller, long id);

    Optional<Integer> lock(long id);

    Optional<Product> findLastOf(ProductSource source, ProductQuery query, int rows);

    ProductSource findSmallest(ProductQuery query, int rows);

    List<Product> list(ProductSource source, ProductQuery query, @Nullable Cursor<?> until);

    List<Product> listCreated(Collection<Long> ids);

    List<String> listSkus(Set<String> skus);

    List<BlockingRow> listBlocking(CurrentUser caller, @Nullable Long categoryId, @Nullable Long userId);

    List<BlockingRow> listOrders(long id);

    long count(ProductSource source, ProductQuery query);

    int insert(List<NewProduct> products);

    int insertTags(List<ProductTag> tags);

    int insertWords(List<ProductWord> words);

    int update(long id, ProductUpdate change);

    int releaseFromUser(long userId);

    int archive(@Param("products") DeletedProducts products);

    int delete(long id, boolean isLocked);

    int deleteAll(@Param("products") DeletedProducts products);

    int deleteTags(long id);

    int deleteWords(long id);
}
