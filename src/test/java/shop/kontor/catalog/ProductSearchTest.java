package shop.kontor.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import shop.kontor.KontorTest;
import shop.kontor.api.model.Product;
import shop.kontor.api.model.ProductSort;
import shop.kontor.api.model.ProductStatus;
import shop.kontor.catalog.Shelves.Row;
import shop.kontor.database.BatchTime;

/** Lists a small shop and one ten times its size, by all sorts of filters: same rows as a plain filter, bounded reads. */
@KontorTest
class ProductSearchTest {

    /** How much more a page of a search may read in the larger shop than in the small one. */
    private static final int GROWTH = 2;

    /** What a page may read in any shop if an index answers all of its filters. */
    private static final int ANSWERED = 4_000;

    /** What it may read otherwise: a thousand rows, what their filters need, and the count of each filter. */
    private static final int BOUND = 16_000;

    /** What a page may read more by chance. */
    private static final int SPARE = 20;

    private static final List<String> WORDS = List.of(
            "c", "classic", "zebra", "mi", "mid", "mid1", "mid17", "rare1", "r", "mo", "modern", "no", "rare", "m",
            "cla");

    @Autowired
    private ProductSearch search;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private BatchTime time;

    @Autowired
    private JdbcTemplate database;

    /** One list. */
    private record Search(ProductFilter filter, ProductSort sort, int perPage) {

        static Search random(ProductSort sort, int words, Random random) {
            var tags = Stream.of(1L, 2L, 3L, 4L).filter(tag -> random.nextInt(5) == 0);
            var price = random.nextInt(900);
            var chosen = IntStream.range(0, words).mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())));
            var filter = new ProductFilter(
                    ProductStatus.ACTIVE,
                    random.nextInt(4) == 0 ? 1L + random.nextInt(3) : null,
                    random.nextInt(6) == 0,
                    random.nextInt(5) == 0 ? 1L + random.nextInt(2) : null,
                    random.nextInt(5) == 0 ? BigDecimal.valueOf(price) : null,
                    random.nextInt(5) == 0 ? BigDecimal.valueOf(price + random.nextInt(200)) : null,
                    random.nextInt(4) == 0 ? random.nextBoolean() : null,
                    random.nextInt(6) == 0,
                    null,
                    tags.collect(Collectors.toCollection(TreeSet::new)),
                    SearchWords.prefixes(String.join(" ", chosen.toList())),
                    false);
            return new Search(filter, sort, 20 + random.nextInt(81));
        }

        Search ofArchived() {
            var archived = new ProductFilter(
                    ProductStatus.ARCHIVED,
                    filter.categoryId(),
                    filter.uncategorized(),
                    filter.userId(),
                    filter.priceMin(),
                    filter.priceMax(),
                    filter.inStock(),
                    filter.lowStock(),
                    filter.sku(),
                    filter.tagIds(),
                    filter.words(),
                    filter.nothing());
            return new Search(archived, sort, perPage);
        }

        /** The most that a page of it may read in a shop of any size. */
        int bound() {
            return isAnsweredByAnIndex() ? ANSWERED : BOUND;
        }

        boolean isAnsweredByAnIndex() {
            return ProductSource.inOrder(sort, filter).answers(filter);
        }
    }

    /** Of every sort and number of words, with filters as they come; the same each time. */
    private static List<Search> searches() {
        var random = new Random(13);
        return Arrays.stream(ProductSort.values())
                .flatMap(
                        sort -> IntStream.of(0, 0, 0, 1, 1, 2, 3, 13)
                                .mapToObj(words -> Search.random(sort, words, random))
                                .toList()
                                .stream())
                .toList();
    }

    @AfterEach
    void end() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void findsWhatAPlainFilterFindsAndReadsNoMoreInALargerShop() {
        transaction.executeWithoutResult(status -> {
            time.extend();
            try (var shelves = new Shelves(database)) {
                shelves.fill(5_000);
                var small = reads(searches(), shelves, Integer.MAX_VALUE);
                shelves.fill(50_000);
                var large = reads(searches(), shelves, 40);
                assertThat(small).hasSize(searches().size());
                assertSoftly(softly -> small.forEach((search, reads) -> softly.assertThat(large.get(search))
                        .as("most reads of a page; %d in the small shop: %s", reads, search)
                        .isPositive()
                        .isLessThanOrEqualTo(Math.max(GROWTH * reads, search.bound()))));
            }
        });
    }

    /** 99 of a hundred are archived: the others are listed as in a shop that never had them. */
    @Test
    void readsNoMoreThoughMostProductsAreArchived() {
        transaction.executeWithoutResult(status -> {
            time.extend();
            try (var shelves = new Shelves(database)) {
                shelves.fill(250);
                var alone = reads(searches(), shelves, Integer.MAX_VALUE);
                shelves.fill(25_000);
                shelves.archiveAfter(250);
                var among = reads(searches(), shelves, Integer.MAX_VALUE);
                var archived = reads(searches().stream().map(Search::ofArchived).toList(), shelves, 2);
                assertSoftly(softly -> {
                    alone.forEach((search, reads) -> softly.assertThat(among.get(search))
                            .as("most reads of a page; %d without the archived: %s", reads, search)
                            .isLessThanOrEqualTo(reads + reads / 10 + SPARE));
                    archived.forEach((search, reads) -> softly.assertThat(reads)
                            .as("%s", search)
                            .isPositive()
                            .isLessThanOrEqualTo(search.bound()));
                });
            }
        });
    }

    /** The most that a page of each search reads. */
    private Map<Search, Integer> reads(List<Search> searches, Shelves shelves, int pages) {
        var rows = shelves.rows();
        var most = new LinkedHashMap<Search, Integer>();
        searches.forEach(search -> most.put(search, follow(search, shelves, rows, pages)));
        return most;
    }

    /** Follows a list for so many pages, and returns the most that one of them reads. */
    private int follow(Search list, Shelves shelves, List<Row> rows, int pages) {
        var expected = rows.stream()
                .filter(row -> row.matches(list.filter()))
                .sorted(Row.order(list.sort()))
                .map(Row::id)
                .toList();
        var found = new ArrayList<Long>();
        var most = 0;
        var before = shelves.reads();
        String next = "/api/products";
        for (int i = 0; i < pages && next != null; i++) {
            var page = page(list, next);
            var after = shelves.reads();
            most = Math.max(most, after - before);
            before = after;
            page.getBody().forEach(product -> found.add(product.getId()));
            next = next(page);
        }
        assertThat(found).as("%s", list).isEqualTo(next == null ? expected : expected.subList(0, found.size()));
        return most;
    }

    private ResponseEntity<List<Product>> page(Search list, String address) {
        var request = new MockHttpServletRequest("GET", "/api/products");
        var cursor = UriComponentsBuilder.fromUriString(address)
                .build()
                .getQueryParams()
                .getFirst("cursor");
        if (cursor != null) {
            request.setParameter("cursor", cursor);
        }
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        return search.page(list.filter(), list.sort(), cursor, list.perPage(), false);
    }

    private static String next(ResponseEntity<?> page) {
        var link = page.getHeaders().getFirst(HttpHeaders.LINK);
        return link == null ? null : link.replaceFirst("<(.*)>.*", "$1");
    }
}
