package shop.kontor.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;
import shop.kontor.api.model.Product;
import shop.kontor.api.model.ProductUpdate;

/** The rows of products, with their categories and tags. */
@Mapper
interface ProductMapper {

    Optional<Product> find(long id);

    Optional<Integer> lock(long id);

    List<Product> list(ProductQuery query);

    List<Product> listCreated(Collection<Long> ids);

    List<BlockingProduct> listBlocking(@Nullable Long categoryId, @Nullable Long userId);

    long count(ProductQuery query);

    int insert(List<NewProduct> products);

    int insertTags(List<ProductTag> tags);

    int insertWords(List<ProductWord> words);

    int update(long id, ProductUpdate change);

    int releaseFromUser(long userId);

    int delete(long id);

    int deleteInCategory(long categoryId);

    int deleteTags(long id);

    int deleteWords(long id);
}
