package shop.kontor.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import shop.kontor.api.model.Product;
import shop.kontor.api.model.ProductInput;
import shop.kontor.problem.Duplicate;
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
     * Creates a product.
     *
     * @param caller the seller, unless the input names another
     * @param input valid according to the contract
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Product create(CurrentUser caller, ProductInput input) {
        return products.find(caller, insert(caller, List.of(input)).get(0)).orElseThrow();
    }

    /**
     * Creates products.
     *
     * @param caller the seller, unless an input names another
     * @param inputs valid according to the contract
     * @return the new products, in the order of the inputs
     * @throws Duplicate names each SKU that another product has
     */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Product> createAll(CurrentUser caller, List<ProductInput> inputs) {
        try {
            return products.listCreated(insert(caller, inputs));
        } catch (DuplicateKeyException e) {
            var duplicates = duplicates(inputs);
            throw duplicates.isEmpty() ? e : new Duplicate(duplicates, "Another product already has this SKU.");
        }
    }

    /** Where the SKUs are that another product has, or another input before. */
    private List<String> duplicates(List<ProductInput> inputs) {
        var skus = inputs.stream().map(ProductCreation::sku).toList();
        var taken = products
                .listSkus(skus.stream().filter(sku -> !sku.isEmpty()).collect(Collectors.toSet()))
                .stream()
                .map(sku -> sku.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return IntStream.range(0, skus.size())
                .filter(i -> !skus.get(i).isEmpty() && !taken.add(skus.get(i)))
                .mapToObj("/%d/sku"::formatted)
                .toList();
    }

    private static String sku(ProductInput input) {
        return Objects.requireNonNullElse(input.getSku().orElse(null), "").toLowerCase(Locale.ROOT);
    }

    /** Returns the ids of the new products. */
    private List<Long> insert(CurrentUser caller, List<ProductInput> inputs) {
        var rows =
                inputs.stream().map(input -> new NewProduct(input, caller.id())).toList();
        products.insert(rows);
        stock.open(caller, rows.stream().map(NewProduct::stocked).toList());
        inBatches(
                rows.stream()
                        .flatMap(row ->
                                tagIds(row).distinct().map(tagId -> new ProductTag(row.id(), tagId, row.status())))
                        .toList(),
                products::insertTags);
        inBatches(
                rows.stream()
                        .flatMap(row -> SearchWords.of(row.input().getProductName()).stream()
                                .map(word -> new ProductWord(row.id(), word, row.status())))
                        .toList(),
                products::insertWords);
        return rows.stream().map(NewProduct::id).toList();
    }

    private static Stream<Long> tagIds(NewProduct row) {
        return Stream.ofNullable(row.input().getTagIds()).flatMap(List::stream);
    }

    private static <T> void inBatches(List<T> rows, Consumer<List<T>> insert) {
        for (int from = 0; from < rows.size(); from += ROWS) {
            insert.accept(rows.subList(from, Math.min(from + ROWS, rows.size())));
        }
    }
}
