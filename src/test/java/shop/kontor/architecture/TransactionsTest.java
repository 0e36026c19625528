package shop.kontor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.annotation.Transactional;
import shop.kontor.database.RetryingTransaction;

/** Holds what is written to one transaction an operation, which is begun anew as a whole or not at all. */
class TransactionsTest {

    private static final JavaClasses OWN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("shop.kontor")
            .that(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("shop.kontor.api..")));
    private static final JavaClasses BROKEN = new ClassFileImporter()
            .importClasses(
                    TransactionSamples.Lamps.class,
                    TransactionSamples.LampMapper.class,
                    TransactionSamples.Bulbs.class,
                    TransactionSamples.Bulb.class);

    /** What each method calls is asked for by all that lead to it. */
    private static final Map<JavaCodeUnit, List<JavaCodeUnit>> CALLED = new HashMap<>();

    @Test
    void rowsAreWrittenAndLockedInATransactionOnly() {
        assertThat(writesOutside(OWN)).isEmpty();
        assertThat(writesOutside(BROKEN)).containsExactlyInAnyOrder("writeByItself", "change");
    }

    @Test
    void aTransactionBeginsNoOther() {
        assertThat(nested(OWN)).isEmpty();
        assertThat(nested(BROKEN)).containsExactlyInAnyOrder("beginTwice", "beginOneMore", "takePart");
    }

    @Test
    void aTransactionIsBegunFromAnotherClassOrElseItsProxyIsNotAsked() {
        assertThat(besideTheProxy(OWN)).isEmpty();
        assertThat(besideTheProxy(BROKEN)).containsExactlyInAnyOrder("beginTwice", "beginOneMore", "beginOnce");
    }

    /** Methods that call one of their own class that begins a transaction. */
    private static List<String> besideTheProxy(JavaClasses classes) {
        return units(classes)
                .filter(unit -> called(classes, unit).stream()
                        .anyMatch(called -> called.getOwner().equals(unit.getOwner())
                                && called.isAnnotatedWith(RetryingTransaction.class)))
                .map(JavaCodeUnit::getName)
                .toList();
    }

    /** Methods that call a mapper's statement other than a read, and whose transaction is neither theirs nor certain. */
    private static List<String> writesOutside(JavaClasses classes) {
        return units(classes)
                .filter(unit -> accesses(unit).anyMatch(access -> isWrite(access.getTarget())))
                .filter(unit -> !isInTransaction(unit, new LinkedHashSet<>()))
                .map(JavaCodeUnit::getName)
                .toList();
    }

    /** Methods that begin a transaction in another, or two in a row. */
    private static List<String> nested(JavaClasses classes) {
        return units(classes)
                .filter(unit -> isTransactional(unit)
                        ? !begun(classes, unit).isEmpty()
                        : begun(classes, unit).stream()
                                        .filter(begun -> !isCounted(begun))
                                        .count()
                                > 1)
                .map(JavaCodeUnit::getName)
                .toList();
    }

    /** What is limited is counted apart, before and after: what an operation does then does not take it back. */
    private static boolean isCounted(JavaCodeUnit unit) {
        return unit.getOwner().getPackageName().equals("shop.kontor.limit");
    }

    private static boolean isWrite(CodeUnitAccessTarget target) {
        return target.getOwner().getSimpleName().endsWith("Mapper")
                && target.getOwner().getPackageName().startsWith("shop.kontor.")
                && !target.getName().matches("(find|list|count|has)([A-Z].*)?");
    }

    /** Whether a method begins a transaction or takes part in one, or is a part of such methods only. */
    private static boolean isInTransaction(JavaCodeUnit unit, Set<JavaCodeUnit> seen) {
        if (isTransactional(unit)) {
            return true;
        }
        var callers = unit.getAccessesToSelf().stream()
                .filter(access -> !access.getOrigin().equals(unit))
                .toList();
        return seen.add(unit)
                && !callers.isEmpty()
                && callers.stream()
                        .allMatch(access -> access.getOriginOwner().equals(unit.getOwner())
                                && isInTransaction(access.getOrigin(), seen));
    }

    private static boolean isTransactional(JavaCodeUnit unit) {
        return unit.isAnnotatedWith(RetryingTransaction.class) || unit.isAnnotatedWith(Transactional.class);
    }

    /** The methods that begin a transaction and that a method calls, itself or through others that begin none. */
    private static Set<JavaCodeUnit> begun(JavaClasses classes, JavaCodeUnit start) {
        var begun = new LinkedHashSet<JavaCodeUnit>();
        var seen = new LinkedHashSet<JavaCodeUnit>();
        var next = new ArrayDeque<>(List.of(start));
        while (!next.isEmpty()) {
            for (var called : called(classes, next.pop())) {
                if (called.isAnnotatedWith(RetryingTransaction.class)) {
                    begun.add(called);
                } else if (seen.add(called)) {
                    next.add(called);
                }
            }
        }
        return begun;
    }

    /** What a method calls, lambdas in it included; for a method of an interface, those that fill it. */
    private static List<JavaCodeUnit> called(JavaClasses classes, JavaCodeUnit unit) {
        return CALLED.computeIfAbsent(unit, any -> findCalled(classes, unit));
    }

    private static List<JavaCodeUnit> findCalled(JavaClasses classes, JavaCodeUnit unit) {
        return accesses(unit)
                .flatMap(access -> access.getTarget().resolveMember().stream())
                .map(JavaCodeUnit.class::cast)
                .flatMap(target -> Stream.concat(
                        Stream.of(target),
                        target.getOwner().getAllSubclasses().stream()
                                .flatMap(type -> type.getCodeUnits().stream())
                                .filter(method -> method.getName().equals(target.getName())
                                        && method.getRawParameterTypes().equals(target.getRawParameterTypes()))))
                .filter(method -> classes.contain(method.getOwner().getName()))
                .toList();
    }

    private static Stream<JavaCodeUnitAccess<?>> accesses(JavaCodeUnit unit) {
        return Stream.concat(
                unit.getCallsFromSelf().stream(),
                Stream.concat(
                        unit.getMethodReferencesFromSelf().stream(), unit.getConstructorReferencesFromSelf().stream()));
    }

    private static Stream<JavaCodeUnit> units(JavaClasses classes) {
        return classes.stream().flatMap(type -> type.getCodeUnits().stream());
    }
}
