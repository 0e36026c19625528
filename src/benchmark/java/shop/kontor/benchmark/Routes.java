package shop.kontor.benchmark;

import java.util.List;

/** The requests whose cost is compared between sizes. */
final class Routes {

    static final List<String> PATHS = List.of(
            "/api/products/1",
            "/api/products?per_page=50",
            "/api/products?sort=price_desc",
            "/api/products?category_id=1&sort=product_name",
            "/api/products?tag_id=1&sort=newest",
            "/api/products?tag_id=1,101&in_stock=true",
            "/api/products?uncategorized=true&tag_id=1&in_stock=true&sort=product_name_desc",
            "/api/products?price_min=50&price_max=50.10",
            "/api/products?q=rare7",
            "/api/products?q=classic",
            "/api/products?q=m&sort=price",
            "/api/products?q=classic%20rare8&sort=product_name",
            "/api/products?total=true",
            "/api/categories",
            "/api/categories/1",
            "/api/tags",
            "/api/users",
            "/api/users/1/cart",
            "/api/orders");

    private Routes() {}
}
