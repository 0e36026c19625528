package shop.kontor.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.WebRequest;
import shop.kontor.Kontor;
import shop.kontor.database.RetryingTransaction;

/** Holds the code to its rooms: which uses which, and what is not done in any of them. */
class ArchitectureTest {

    private static final String ROOT = "shop.kontor";
    private static final String API = ROOT + ".api..";

    /** Each package below the root, and those it uses; the root itself is "". A new arrow is drawn here first. */
    private static final Map<String, Set<String>> ROOMS = Map.ofEntries(
            entry("", Set.of("settings")),
            entry("api", Set.of("api.model", "security")),
            entry("api.model", Set.of()),
            entry("settings", Set.of()),
            entry("problem", Set.of("api.model")),
            entry("contract", Set.of("api.model", "problem")),
            entry("security", Set.of("api.model", "contract", "problem", "settings")),
            entry("web", Set.of("problem")),
            entry("server", Set.of("api.model", "problem", "settings")),
            entry("database", Set.of("settings")),
            entry("idempotency", Set.of("database", "problem", "security", "web")),
            entry("user", Set.of("api", "api.model", "contract", "database", "problem", "security", "settings", "web")),
            entry("stock", Set.of("api.model", "problem", "security")),
            entry(
                    "catalog",
                    Set.of(
                            "api",
                            "api.model",
                            "contract",
                            "database",
                            "idempotency",
                            "problem",
                            "security",
                            "stock",
                            "web")),
            entry("cart", Set.of("api", "api.model", "database", "problem", "security", "stock", "user")),
            entry(
                    "order",
                    Set.of(
                            "api",
                            "api.model",
                            "cart",
                            "database",
                            "idempotency",
                            "problem",
                            "security",
                            "stock",
                            "user",
                            "web")));

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);
    private static final JavaClasses OWN = ALL.that(not(resideInAPackage(API)));
    private static final JavaClasses BROKEN =
            new ClassFileImporter().importClasses(LampHelper.class, LampMapper.class, LampDelegate.class);

    private static final SliceAssignment ROOM = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return room(type) == null ? SliceIdentifier.ignore() : SliceIdentifier.of(room(type));
        }

        @Override
        public String getDescription() {
            return "rooms";
        }
    };

    @Test
    void noRoomUsesOneThatItMayNot() {
        var undrawn = arrows().stream()
                .filter(arrow -> !ROOMS.getOrDefault(room(arrow.getOriginClass()), Set.of())
                        .contains(room(arrow.getTargetClass())))
                .map(Dependency::getDescription);
        assertThat(undrawn).isEmpty();
    }

    @Test
    void everyRoomAndEveryArrowThatIsDrawnIsThere() {
        var found = new TreeMap<String, Set<String>>();
        ALL.forEach(type -> found.putIfAbsent(room(type), new TreeSet<>()));
        arrows().forEach(arrow -> found.get(room(arrow.getOriginClass())).add(room(arrow.getTargetClass())));
        assertThat(found).isEqualTo(ROOMS);
    }

    @Test
    void arrowsNeverReturn() {
        slices().assignedFrom(ROOM).should().beFreeOfCycles().check(ALL);
        var circle = new ClassFileImporter().importClasses(Optional.class, Stream.class);
        assertRed(slices().matching("java.(**)").should().beFreeOfCycles(), circle);
    }

    /** Java itself then sees to it that they are used in their own package only. */
    @Test
    void mappersArePackagePrivateInterfaces() {
        holds(classes()
                .that()
                .haveSimpleNameEndingWith("Mapper")
                .should()
                .beInterfaces()
                .andShould()
                .bePackagePrivate());
    }

    @Test
    void delegatesArePackagePrivate() {
        holds(classes().that().haveSimpleNameEndingWith("Delegate").should().bePackagePrivate());
    }

    @Test
    void delegatesKeepWhatTheirConstructorTakes() {
        holds(fields().that()
                .areDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Delegate")
                .should()
                .bePrivate()
                .andShould()
                .beFinal());
    }

    @Test
    void nothingIsInjectedIntoFields() {
        holds(noFields().should().beAnnotatedWith(Autowired.class).orShould().beAnnotatedWith(Value.class));
    }

    /** A manager is somebody who keeps the shop; FirstManager and LastManager are about them. */
    @Test
    void namesHoldNoWordThatWouldFitEveryType() {
        holds(noClasses()
                .should()
                .haveNameMatching(
                        ".*(Impl|(?<!First|Last)Manager|Helper|Utils?|Base|Abstract|Processor|Service)(?![a-z]).*"));
    }

    @Test
    void onlySecurityReadsTheUserOfTheThread() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".security")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(".*\\.(\\w*SecurityContextHolder\\w*|AuthenticationPrincipal)"));
    }

    @Test
    void onlyWebReadsTheRequestOfTheThread() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".web")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        ".*\\.(RequestContextHolder|ServletRequestAttributes|(Servlet|Mvc)UriComponentsBuilder)"));
    }

    /** Spring would put there what reads the request of the thread. */
    @Test
    void noRequestIsKept() {
        holds(noFields()
                .that()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .haveRawType(assignableTo(ServletRequest.class))
                .orShould()
                .haveRawType(assignableTo(WebRequest.class)));
    }

    /** A part of a transaction can't be begun anew, and what is not one can't be undone. */
    @Test
    void transactionsAreBegunByRetryingTransactionAlone() {
        holds(noMethods()
                .that(not(annotatedWith(RetryingTransaction.class)))
                .should()
                .beAnnotatedWith(describe(
                        "@Transactional, and not MANDATORY",
                        annotation -> annotation.getRawType().isEquivalentTo(Transactional.class)
                                && annotation.as(Transactional.class).propagation() != Propagation.MANDATORY)));
    }

    @Test
    void onlyTheStartPrintsToTheConsole() {
        holds(noClasses()
                .that(not(belongToAnyOf(Kontor.class)
                        .or(JavaClass.Predicates.simpleName("StartupFailureReport"))
                        .or(JavaClass.Predicates.simpleName("FirstManager"))))
                .should(ACCESS_STANDARD_STREAMS));
    }

    @Test
    void timeIsNeverADate() {
        holds(noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Date.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Calendar.class));
    }

    /** What leads from one room of ours into another. */
    private static List<Dependency> arrows() {
        return ALL.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(arrow -> room(arrow.getTargetClass()) != null)
                .filter(arrow -> !room(arrow.getOriginClass()).equals(room(arrow.getTargetClass())))
                .toList();
    }

    /** The package below the root, "" for the root itself, null for what is not ours; each of the generated is one. */
    private static String room(JavaClass type) {
        var name = type.getBaseComponentType().getPackageName() + ".";
        return name.startsWith(ROOT + ".")
                ? name.substring(ROOT.length() + 1).replaceFirst("(api\\.model|\\w*).*", "$1")
                : null;
    }

    private static void holds(ArchRule rule) {
        rule.check(OWN);
        assertRed(rule, BROKEN);
    }

    private static void assertRed(ArchRule rule, JavaClasses sample) {
        assertThat(rule.evaluate(sample).hasViolation())
                .as("a sample breaks: %s", rule.getDescription())
                .isTrue();
    }

    /** These break the rules. */
    public static class LampHelper {

        @Autowired
        HttpServletRequest lamps;

        @Transactional
        Date print() {
            System.out.println(SecurityContextHolder.getContext());
            System.out.println(RequestContextHolder.getRequestAttributes());
            System.out.println(lamps);
            return new Date();
        }
    }

    public static class LampMapper {}

    public static class LampDelegate {

        Object lamps;
    }
}
