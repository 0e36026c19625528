package shop.kontor.catalog;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import shop.kontor.api.model.Product;
import shop.kontor.api.model.ProductInput;
import shop.kontor.security.CurrentUser;
import shop.kontor.stock.Stock;

/** Creates products: all of them or none. */
@Component
class ProductCreation {

    /** Rows per statement; they fit into a packet of the default {@code max_allowed_packet}. */
    private static final int ROWS = 10_000;

    private final ProductMapper products;
    private final Stock stock;

    ProductCreation(ProductMapper products, Stock stock) {
        this.products = products;
        this.stock = stock;
    }

    /**
     * Creates products.
     *
     * @param caller the seller, unless an input names another
     * @param inputs valid according to the contract
     * @return the new products, in the order of the inputs
     */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Product> take(CurrentUser caller, List<ProductInput> inputs) {
        var rows =
                inputs.stream().map(input -> new NewProduct(input, caller.id())).toList();
        products.insert(rows);
        stock.open(caller, rows.stream().map(NewProduct::stocked).toList());
        inBatches(
                rows.stream()
                        .flatMap(row -> row.input().getTagIds().stream()
                                .distinct()
                                .map(tagId -> new ProductTag(row.id(), tagId)))
                        .toList(),
                products::insertTags);
        inBatches(
                rows.stream()
                        .flatMap(row -> SearchWords.of(row.input().getProductName()).stream()
                                .map(word -> new ProductWord(row.id(), word)))
                        .toList(),
                products::insertWords);
        return products.listCreated(rows.stream().map(NewProduct::id).toList());
    }

    private static <T> void inBatches(List<T> rows, Consumer<List<T>> insert) {
        for (int from = 0; from < rows.size(); from += ROWS) {
            insert.accept(rows.subList(from, Math.min(from + ROWS, rows.size())));
        }
    }
}
