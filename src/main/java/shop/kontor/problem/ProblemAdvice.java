package shop.kontor.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import shop.kontor.api.model.Problem;

/** Converts every exception to a problem (RFC 9457) that reveals no internals. */
@RestController
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Constraints constraints;

    ProblemAdvice(Constraints constraints) {
        this.constraints = constraints;
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(ProblemException refusal) {
        return answer(refusal.problem(), refusal.headers());
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    @Nullable
    ResponseEntity<Object> refusedByTheDatabase(Exception e) {
        return constraints
                .problem(e)
                .or(() -> QueryTimeout.of(e))
                .map(this::refused)
                .orElseGet(() -> DatabaseOutage.isCauseOf(e) ? unavailable(e) : unforeseen(e));
    }

    /** Tomcat decodes parameters lazily, when they are first read. */
    @ExceptionHandler
    ResponseEntity<Object> undecodable(InvalidParameterException e) {
        return refused(new ProblemException(
                ProblemType.INVALID_REQUEST,
                "The query is not percent-encoded UTF-8, or has more than 100 parameters."));
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unforeseen(Exception e) {
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            return null; // the client has disconnected
        }
        log.error("Internal server error", new LoggedFailure(e));
        return answer(Problems.of(ProblemType.INTERNAL), HttpHeaders.EMPTY);
    }

    /** Requests that the container rejected within the application. */
    @RequestMapping("/error")
    ResponseEntity<Object> refusedByTheContainer(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof EOFException) {
            // TimedProtocol ended a body that was too slow
            return refused(new ProblemException(ProblemType.TIMEOUT, null));
        }
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return answer(Problems.ofTheContainer(status instanceof Integer code ? code : 404), HttpHeaders.EMPTY);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        // the body has been validated, so this is a bug of the server
        return unforeseen(e);
    }

    /** Requests that Spring rejects: its status and headers, with our problem. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return status.is5xxServerError() ? unforeseen(e) : answer(Problems.of(status.value()), headers);
    }

    private ResponseEntity<Object> unavailable(Exception e) {
        log.warn("Service unavailable: {}", LoggedFailure.named(NestedExceptionUtils.getMostSpecificCause(e)));
        return refused(new Unavailable(null, 1));
    }

    private static ResponseEntity<Object> answer(Problem problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
