package dev.fanout.web.tomcat;

import dev.fanout.web.request.WebProperties;
import java.net.InetAddress;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/** Tomcat with our refusals, and with an end to headers and bodies that do not come. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class TomcatAutoConfiguration {
    /** Operators are few. */
    private static final int MANAGEMENT_CONNECTIONS = 100;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsFromTomcat() {
        return tomcat -> tomcat.addContextCustomizers(context -> {
            context.getParent().getPipeline().addValve(new ProblemValve());
            context.getParent().getPipeline().addValve(new UnreadBodyValve());
        });
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> headersInTime(WebProperties settings) {
        return tomcat -> {
            tomcat.setProtocol(HeaderTimeout.class.getName());
            tomcat.addProtocolHandlerCustomizers((HeaderTimeout protocol) -> protocol.setLimit(settings.headerTime()));
        };
    }

    @Bean
    @ConditionalOnProperty("fanout.web.management-port")
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> managementConnector(
            WebProperties settings,
            @Value("${fanout.web.management-port}") int port,
            @Value("${server.address:#{null}}") @Nullable InetAddress address) {
        return tomcat -> tomcat.addAdditionalConnectors(connector(settings, port, address));
    }

    private static Connector connector(WebProperties settings, int port, @Nullable InetAddress address) {
        var protocol = new HeaderTimeout();
        protocol.setLimit(settings.headerTime());
        protocol.setMaxConnections(MANAGEMENT_CONNECTIONS);
        protocol.setExecutor(new VirtualThreadExecutor("management-"));
        if (address != null) protocol.setAddress(address);
        var connector = new Connector(protocol);
        connector.setPort(port);
        return connector;
    }
}
