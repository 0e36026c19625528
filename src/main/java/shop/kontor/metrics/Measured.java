package shop.kontor.metrics;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;

/** Registers a component only in a server whose {@code KONTOR_METRICS_PORT} is set. */
@ConditionalOnWebApplication
@ConditionalOnExpression("!'${kontor.metrics.port}'.isEmpty()")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface Measured {}
