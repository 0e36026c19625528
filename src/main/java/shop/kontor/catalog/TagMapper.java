package shop.kontor.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;
import shop.kontor.api.model.Tag;

/** The rows of tags. */
@Mapper
interface TagMapper extends EmbeddedProducts.Source {

    Optional<Tag> find(long id);

    Optional<Tag> lock(long id);

    List<Tag> list(@Nullable Long after, int limit);

    long count();

    Set<Long> listExisting(Set<Long> ids);

    @Override
    List<EmbeddedProduct> listProducts(List<Long> ids, int limit);

    @Override
    List<ProductCount> countProducts(List<Long> ids);

    int insert(Tag tag);

    int update(Tag tag);

    int delete(long id);
}
