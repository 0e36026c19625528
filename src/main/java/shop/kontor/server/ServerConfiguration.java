package shop.kontor.server;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import shop.kontor.contract.Contract;
import shop.kontor.problem.Problems;
import shop.kontor.settings.AccessMode;
import shop.kontor.settings.LogSettings;
import shop.kontor.settings.ProxySettings;
import shop.kontor.settings.ServerAddress;
import tools.jackson.databind.json.JsonMapper;

/** Installs the parts of this package in Tomcat. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcat(
            ServerAddress server,
            AccessMode mode,
            ProxySettings proxies,
            LogSettings log,
            Contract contract,
            Drain drain) {
        return tomcat -> {
            tomcat.setAddress(server.address());
            tomcat.setProtocol(TimedProtocol.class.getName());
            tomcat.addEngineValves(new TraceValve(log.requests() ? new RequestLog(contract) : null), new EdgeValve());
            if (mode == AccessMode.GUARDED) {
                tomcat.addEngineValves(new ForwardedValve(proxies));
            }
            tomcat.addConnectorCustomizers(connector -> drain.of((TimedProtocol) connector.getProtocolHandler()));
            // otherwise Tomcat answers TRACE itself, with the methods of the servlet and not of the path; no handler
            // serves it
            tomcat.addConnectorCustomizers(connector -> connector.setAllowTrace(true));
            tomcat.addContextCustomizers(context ->
                    ((StandardHost) context.getParent()).setErrorReportValveClass(ProblemValve.class.getName()));
        };
    }

    /** Responds to requests that Tomcat rejects before they reach the application, such as a malformed request line. */
    public static class ProblemValve extends ErrorReportValve {

        private static final JsonMapper JSON = new JsonMapper();

        @Override
        protected void report(Request request, Response response, Throwable throwable) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                EdgeValve.addHeaders(response);
                response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                response.getReporter().write(JSON.writeValueAsString(Problems.ofTheContainer(response.getStatus())));
                response.finishResponse();
            } catch (IOException | IllegalStateException e) {
                // the client has disconnected
            }
        }
    }
}
