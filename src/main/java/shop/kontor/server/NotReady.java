package shop.kontor.server;

import org.springframework.http.CacheControl;
import shop.kontor.problem.ProblemException;
import shop.kontor.problem.ProblemType;

/** This server should not be sent requests. */
class NotReady extends ProblemException {

    NotReady() {
        super(ProblemType.NOT_READY, null);
        headers().setCacheControl(CacheControl.noStore());
    }
}
