package shop.kontor.stock;

import org.jspecify.annotations.Nullable;

/**
 * Products that are about to be deleted: one, all of a category, or all of a user.
 *
 * @param id of the one product, or null
 * @param categoryId of the category, or null
 * @param userId of the user, or null
 */
public record DeletedProducts(
        @Nullable Long id,
        @Nullable Long categoryId,
        @Nullable Long userId) {

    /** One product. */
    public static DeletedProducts one(long id) {
        return new DeletedProducts(id, null, null);
    }

    /** All products of a category. */
    public static DeletedProducts ofCategory(long categoryId) {
        return new DeletedProducts(null, categoryId, null);
    }

    /** All products of a user. */
    public static DeletedProducts ofUser(long userId) {
        return new DeletedProducts(null, null, userId);
    }
}
