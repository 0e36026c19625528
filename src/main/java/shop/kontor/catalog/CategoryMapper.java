package shop.kontor.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;
import shop.kontor.api.model.Category;

/** The rows of categories. */
@Mapper
interface CategoryMapper extends EmbeddedProducts.Source {

    Optional<Category> find(long id);

    Optional<Category> lock(long id);

    List<Category> list(@Nullable Long after, int limit);

    long count();

    Set<Long> listExisting(Set<Long> ids);

    @Override
    List<EmbeddedProduct> listProducts(List<Long> ids, int limit);

    @Override
    List<ProductCount> countProducts(List<Long> ids);

    int insert(Category category);

    int update(Category category);

    int delete(long id);
}
