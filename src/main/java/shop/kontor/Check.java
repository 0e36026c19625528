package shop.kontor;

import java.util.stream.Stream;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import shop.kontor.contract.BodyCheck;
import shop.kontor.contract.Contract;
import shop.kontor.settings.StartupCheck;
import shop.kontor.settings.StartupFailure;

/**
 * The command {@code check}: tries what the settings name before a start does, and changes nothing. Nothing of the server is
 * in its context but the checks, and what they ask for.
 */
@ComponentScan(
        useDefaultFilters = false,
        includeFilters = {
            @Filter(type = FilterType.ANNOTATION, classes = EnableConfigurationProperties.class),
            @Filter(
                    type = FilterType.ASSIGNABLE_TYPE,
                    classes = {StartupCheck.class, Contract.class, BodyCheck.class})
        },
        excludeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Kontor.class))
class Check implements ApplicationRunner {

    private final ListableBeanFactory beans;

    Check(ListableBeanFactory beans) {
        this.beans = beans;
    }

    /**
     * Tries everything.
     *
     * @throws StartupFailure with a line for each fault
     */
    @Override
    public void run(ApplicationArguments arguments) {
        var faults = Stream.of(beans.getBeanNamesForType(StartupCheck.class))
                .flatMap(this::faults)
                .distinct()
                .toList();
        if (!faults.isEmpty()) {
            throw new StartupFailure(String.join("\n", faults));
        }
    }

    /** A check whose settings are invalid cannot be made; what is wrong with them is then its fault. */
    private Stream<String> faults(String name) {
        try {
            return beans.getBean(name, StartupCheck.class).faults();
        } catch (BeansException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof StartupFailure failure) {
                    return failure.faults();
                }
            }
            if (e.contains(BindException.class)) {
                return Stream.empty(); // the settings' own check reports it
            }
            throw e;
        }
    }
}
