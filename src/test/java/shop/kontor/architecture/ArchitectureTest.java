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
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.WebRequest;
import shop.kontor.database.RetryingTransaction;
import shop.kontor.log.Console;

/** Holds the code to what is not done in any module; which module uses which is for {@link ModulesTest}. */
class ArchitectureTest {

    private static final String ROOT = "shop.kontor";
    private static final String API = ROOT + ".api..";
    private static final String SETTINGS = ROOT + ".settings";

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);
    private static final JavaClasses OWN = ALL.that(not(resideInAPackage(API)));
    private static final JavaClasses BROKEN =
            new ClassFileImporter().importClasses(LampHelper.class, LampMapper.class, LampDelegate.class);

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

    @Test
    void whatAnOperatorSetsIsReadByTheSettingsAlone() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage(SETTINGS)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Environment.class, Value.class, ConfigurationProperties.class, Binder.class));
    }

    /** So that NullAway looks at it. */
    @Test
    void everyPackageIsNullMarked() {
        assertThat(unmarked(OWN)).isEmpty();
        assertThat(unmarked(BROKEN)).isNotEmpty();
    }

    private static List<String> unmarked(JavaClasses types) {
        return types.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(room -> !room.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .toList();
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

    /** Where the log is JSON, so is what is printed. */
    @Test
    void nobodyPrintsButTheConsole() {
        holds(noClasses().that(not(belongToAnyOf(Console.class))).should(ACCESS_STANDARD_STREAMS));
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

    /** In Turkey the small letter of I is none of ASCII's. */
    @Test
    void letterCaseDependsOnNoLanguage() {
        holds(noClasses()
                .should()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase"));
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

        Environment room;

        @Transactional
        Date print() {
            System.out.println(SecurityContextHolder.getContext());
            System.out.println(RequestContextHolder.getRequestAttributes());
            System.out.println(lamps.getMethod().toLowerCase());
            return new Date();
        }
    }

    public static class LampMapper {}

    public static class LampDelegate {

        Object lamps;
    }
}
