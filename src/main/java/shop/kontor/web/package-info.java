/** What every list and every row has: pages, cursors and entity tags; and the front page. */
@ApplicationModule(allowedDependencies = {"problem"})
package shop.kontor.web;

import org.springframework.modulith.ApplicationModule;
