package shop.kontor.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares the tables that the mappers of a room write and read; a test checks their SQL. */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Tables {

    /**
     * The tables that belong to the room: it alone inserts and deletes their rows, and it reads and writes all their
     * columns. A single column of another room's table, as in {@code products.stock}, is written by this room instead.
     */
    String[] writes();

    /** The tables of other rooms that it reads. */
    String[] reads() default {};
}
