package shop.kontor.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import shop.kontor.problem.ProblemException;
import shop.kontor.problem.ProblemType;
import shop.kontor.problem.ProblemWriter;

/**
 * Restricts Spring's firewall to paths. Methods, headers and parameters are left to the contract, which names what is wrong
 * with them: the firewall rejects headers and parameters only when they are read, which a controller's 500 would report.
 */
@Configuration(proxyBeanMethods = false)
class Firewall {

    @Bean
    StrictHttpFirewall paths() {
        var firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        firewall.setAllowedHeaderNames(name -> true);
        firewall.setAllowedHeaderValues(value -> true);
        firewall.setAllowedParameterNames(name -> true);
        return firewall;
    }

    @Bean
    RequestRejectedHandler rejectedPaths(ProblemWriter problems) {
        return (request, response, rejection) -> problems.write(
                response,
                new ProblemException(
                        ProblemType.INVALID_REQUEST,
                        "The path has an empty or dot segment, a semicolon, a backslash or an encoded delimiter:"
                                + " send it without."));
    }
}
