package shop.kontor.contract.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import shop.kontor.sdk.Kontor;
import shop.kontor.sdk.api.ProductsApi.APIListProductsRequest;
import shop.kontor.sdk.model.Product;
import shop.kontor.sdk.model.ProductInput;
import shop.kontor.sdk.model.ProductUpdate;

/** The products that the programs of .github/SDKS.md order, two of each. */
final class ShirtStock {

    private final Kontor manager;

    ShirtStock(String shop) {
        manager = Kontor.at(shop).signedInAs("manager@example.com", "manager-demo");
    }

    /** Creates one more, with a name that not every charset can write, and dear enough to be shipped for nothing. */
    String add() {
        var name = "Müller's Shirt " + UUID.randomUUID();
        manager.products().createProduct(new ProductInput().productName(name).price(new BigDecimal("29.50")), null);
        return name;
    }

    /** Sets the stock of each. */
    void set(int stock) {
        all().forEach(shirt -> manager.products().updateProduct(shirt.getId(), new ProductUpdate().stock(stock), null));
    }

    /** Checks that a program printed the price of two of each. */
    void isOrdered(String printed) {
        var price = all().stream()
                .map(shirt -> shirt.getPrice().multiply(BigDecimal.valueOf(2)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(printed).startsWith("Ordered for ");
        assertThat(new BigDecimal(printed.replace("Ordered for ", "").strip())).isEqualByComparingTo(price);
    }

    private List<Product> all() {
        var shirts = APIListProductsRequest.newBuilder().q("shirt").build();
        return manager.all(shop -> shop.products().listProductsWithHttpInfo(shirts))
                .toList();
    }
}
