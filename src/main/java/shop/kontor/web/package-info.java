/** What operations share over HTTP: pages, cursors and entity tags; and the front page. */
@ApplicationModule(allowedDependencies = {"problem"})
@NullMarked
package shop.kontor.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
