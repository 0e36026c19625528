/** What every list and every row has: pages, cursors and entity tags; and the front page. */
@ApplicationModule(allowedDependencies = {"problem"})
@NullMarked
package shop.kontor.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
