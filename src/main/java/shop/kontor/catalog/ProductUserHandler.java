package shop.kontor.catalog;

import shop.kontor.api.model.ProductUser;

/** Reads the user who offers a product from {@code user_id} and {@code user_name}. */
public class ProductUserHandler extends NamedRowHandler<ProductUser> {

    public ProductUserHandler() {
        super("user_name", ProductUser::new);
    }
}
